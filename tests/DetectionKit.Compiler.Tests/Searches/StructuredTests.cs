namespace DetectionKit.Compiler.Tests.Searches;

/// <summary>Commands that take fields out of texts, by the pages of the Search Reference named like them. Rows worked out by hand.</summary>
public sealed class StructuredTests
{
    [TestCase("_raw={\"a\":{\"b\":1},\"c\":[{\"d\":\"x\"},{\"d\":\"y\"}],\"e\":[1,2],\"t\":true,\"n\":null}", "spath | table a.b c{}.d e{} t n", ExpectedResult = "a.b=1 c{}.d=x|y e{}=1|2 t=true n=null")]
    [TestCase("_raw={\"a\":{\"b\":1}}", "spath path=a.b | table a.b", ExpectedResult = "a.b=1")]
    [TestCase("_raw={\"a\":{\"b\":1}}", "spath output=x path=a.b | table x", ExpectedResult = "x=1")]
    [TestCase("_raw={\"a\":{\"b\":1}}", "spath output=x a.b | table x", ExpectedResult = "x=1")]
    [TestCase("j={\"a\":{\"b\":1}}", "spath input=j a | table a", ExpectedResult = "a={\"b\":1}")]
    [TestCase("_raw={\"c\":[{\"d\":\"x\"},{\"d\":\"y\"}]}", "spath output=o path=c{}.d | table o", ExpectedResult = "o=x|y")]
    [TestCase("_raw={\"c\":[{\"d\":\"x\"},{\"d\":\"y\"}]}", "spath output=o path=c{1}.d | table o", ExpectedResult = "o=y", Description = "JSON counts from 0")]
    [TestCase("_raw={\"c\":[{\"d\":\"x\"},{\"d\":\"y\"}]}", "spath output=o path=c{} | table o", ExpectedResult = "o={\"d\":\"x\"}|{\"d\":\"y\"}")]
    [TestCase("_raw={\"a.b\":1}", "spath output=o path=a.b | table o", ExpectedResult = "o=1", Description = "a name may hold dots")]
    [TestCase("_raw={\"a\":1} o=old", "spath output=o path=b | table o", ExpectedResult = "o=old")]
    [TestCase("_raw=<r><b%id=\"7\">x</b><b%id=\"8\">y</b></r>", "spath | table r.b r.b{@id}", ExpectedResult = "r.b=x|y r.b{@id}=7|8")]
    [TestCase("_raw=<r><b%id=\"7\">x</b><b%id=\"8\">y</b></r>", "spath output=o path=r.b{2} | table o", ExpectedResult = "o=y", Description = "XML counts from 1")]
    [TestCase("_raw=<r><b%id=\"7\">x</b></r>", "spath output=o path=r.b{@id} | table o", ExpectedResult = "o=7")]
    [TestCase("_raw=neither", "spath | table x", ExpectedResult = "")]
    [TestCase("_raw=<r%xmlns=\"urn:a\"><b>x</b></r>", "spath | table r.b", ExpectedResult = "r.b=x")]
    public string Spath(string events, string search) => Given.Events(events, search);

    [TestCase("d={\"a\":1,\"b\":{\"c\":2},\"e\":[1,\"x\"],\"n\":null}", "fromjson d | table a b e n", ExpectedResult = "a=1 b={\"c\":2} e=1|x")]
    [TestCase("d={\"a\":1}", "fromjson d prefix=p_ | table p_a", ExpectedResult = "p_a=1")]
    [TestCase("d=[1]", "fromjson d | table a", ExpectedResult = "")]
    [TestCase("a=1 b=x", "table a b | tojson output_field=j | table j", ExpectedResult = "j={\"a\":\"1\",\"b\":\"x\"}")]
    [TestCase("a=1 b=true c=x", "table a b c | tojson auto(*) output_field=j | table j", ExpectedResult = "j={\"a\":1,\"b\":true,\"c\":\"x\"}")]
    [TestCase("a=1 b=x", "table a b | tojson num(a b) output_field=j | table j", ExpectedResult = "j={\"a\":1}")]
    [TestCase("a=1 b=x", "table a b | tojson num(a b) fill_null=true output_field=j | table j", ExpectedResult = "j={\"a\":1,\"b\":null}")]
    [TestCase("a=1 a=2 b=0", "table a b | tojson str(a) bool(b) output_field=j | table j", ExpectedResult = "j={\"a\":[\"1\",\"2\"],\"b\":false}")]
    [TestCase("a={\"x\":1}", "table a | tojson json(a) default_type=str output_field=j | table j", ExpectedResult = "j={\"a\":{\"x\":1}}")]
    [TestCase("_time=5 a=1", "table _time a | tojson default_type=num include_internal=true output_field=j | table j", ExpectedResult = "j={\"_time\":5,\"a\":1}")]
    public string Json(string events, string search) => Given.Events(events, search);

    [TestCase("x=<E><User>bob</User><Pid%t=\"1\">7</Pid><Empty></Empty></E>", "xmlkv x | table User Pid Empty", ExpectedResult = "User=bob Pid=7")]
    [TestCase("_raw=<a>1</a><a>2</a>", "xmlkv maxinputs=10 | table a", ExpectedResult = "a=1|2")]
    [TestCase("_raw=<a>1<b>x&amp.y</b>", "xmlkv | table a b", ExpectedResult = "b=x&amp.y")]
    public string XmlKv(string events, string search) => Given.Events(events, search);

    [TestCase("_raw=user=bob,%id=7%note=\"a%b\"", "extract | table user id note", ExpectedResult = "user=bob id=7 note=a%b")]
    [TestCase("_raw=user:bob|id:7", "kv pairdelim=\"|\" kvdelim=\":\" | table user id", ExpectedResult = "user=bob id=7")]
    [TestCase("_raw=a=1%a=2", "extract | table a", ExpectedResult = "a=1")]
    [TestCase("_raw=a=1%a=2", "extract mv_add=true | table a", ExpectedResult = "a=1|2")]
    [TestCase("_raw=a-b=1", "extract | table a_b", ExpectedResult = "a_b=1")]
    [TestCase("_raw=a-b=1", "extract clean_keys=false | table a-b", ExpectedResult = "a-b=1")]
    [TestCase("_raw=a=1%b=2", "extract limit=1 | table a b", ExpectedResult = "a=1")]
    [TestCase("_raw=a=1%b=2", "extract maxchars=3 | table a b", ExpectedResult = "a=1")]
    public string Extract(string events, string search) => Given.Events(events, search);

    [TestCase("h=x _raw=PID%USER%CMD^1%root%init%-s^2%bob%sh", "multikv | table h PID USER CMD", ExpectedResult = "h=x PID=1 USER=root CMD=init%-s;h=x PID=2 USER=bob CMD=sh")]
    [TestCase("h=x _raw=PID%USER^1%root^2%bob", "multikv fields PID filter bob copyattrs=f | table h PID USER", ExpectedResult = "PID=2")]
    [TestCase("_raw=1%root^2%bob", "multikv noheader=true | table Column_1 Column_2", ExpectedResult = "Column_1=1 Column_2=root;Column_1=2 Column_2=bob")]
    [TestCase("_raw=A%table^PID%USER^1%root", "multikv forceheader=2 | table PID USER", ExpectedResult = "PID=1 USER=root")]
    [TestCase("_raw=PID%USER^1%root", "multikv rmorig=false | table PID", ExpectedResult = ";PID=1")]
    public string MultiKv(string events, string search) => Given.Events(events, search);
}
