using System.Buffers;
using System.Text;
using DetectionKit.Abstractions.Values;
using DetectionKit.Engine.Running;
using DetectionKit.Engine.Tests.Support;

namespace DetectionKit.Engine.Tests.Running;

public sealed class ResultWriterTests
{
    [Test]
    public void Numbers_are_numbers_multivalue_is_an_array_and_absent_is_left_out()
    {
        var row = Some.Row("n=5 r=2.5 t='7' m=a m=1");
        row["gone"] = Value.Null;
        row["quote"] = Value.Of("a\"b<é\n\ud800");
        var output = new ArrayBufferWriter<byte>();
        ResultWriter.WriteLine(output, new(Some.Info("Name"), "0f", Timestamp.FromSeconds(1741794387.25), row));
        Assert.That(Encoding.UTF8.GetString(output.WrittenSpan), Is.EqualTo(
            """{"detection":"Name","id":"00000000-0000-4000-8000-000000000001","alert_id":"0f","time":1741794387.25,"row":{"n":5,"r":2.5,"t":"7","m":["a",1],"quote":"a\"b<é\n\uFFFD"}}""" + "\n"));
    }
}
