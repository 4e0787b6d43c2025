FROM python:3.12-slim

ENV PYTHONUNBUFFERED=1 PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1 VIVA_DATA=/viva/data
WORKDIR /viva
RUN useradd --system --home-dir /viva --shell /usr/sbin/nologin viva

COPY requirements.txt .
RUN pip install --require-hashes --root-user-action ignore -r requirements.txt

COPY . .
# Only to read the settings; neither value stays in the image.
RUN SECRET_KEY=build DATABASE_URL=postgresql://build/build python manage.py prepare --only-files

USER viva
EXPOSE 8000
ENV HOST=0.0.0.0 PORT=8000 WEB_WORKERS=2 WEB_THREADS=4
CMD ["sh", "-c", "exec granian interview.wsgi:application --interface wsgi --host $HOST --port $PORT --no-ws \
    --workers $WEB_WORKERS --blocking-threads $WEB_THREADS --respawn-failed-workers --workers-kill-timeout 5"]
