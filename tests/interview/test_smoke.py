from tests.factories import *
import pytest, uuid
pytestmark = pytest.mark.django_db
def test_all(guest):
    q = make_question()
    r = guest.get("/questions/"); assert r.status_code == 200; open("/tmp/l.html","wb").write(r.content)
    r = guest.get("/questions/demo/probes/"); assert r.status_code == 200; open("/tmp/q.html","wb").write(r.content)
    f = form_of(q, "liveness will restart the container.\nIt does not get traffic")
    r = guest.script("post", "/questions/demo/probes/draft/", f); print(r.content, r.headers); assert r.status_code == 200
    r = guest.post("/questions/demo/probes/submit/", f); assert r.status_code == 302
    r = guest.get(r.url); assert r.status_code == 200; open("/tmp/a.html","wb").write(r.content)
    c = r.context["attempt"].code
    r = guest.post(f"/attempts/{c}/steps/1/reveal/", headers={"HX-Request":"true"}); assert r.status_code == 200; open("/tmp/s.html","wb").write(r.content)
    r = guest.post(f"/attempts/{c}/steps/3/reveal/"); assert r.status_code == 409; open("/tmp/s.html","wb").write(r.content)
    r = guest.post("/questions/demo/probes/give-up/", form_of(q,"")); assert r.status_code == 302
    r = guest.get(r.url); assert r.status_code == 200
