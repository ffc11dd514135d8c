namespace DetectionKit.Language.Content.Schema;

/// <summary>Reads one entry of <c>tests</c>.</summary>
internal static class TestReader
{
    public static DetectionTest Read(MappingReader reader)
    {
        var name = reader.LocatedText("name", isRequired: true);
        if (reader.Node("attack_data") is null)
            reader.Missing("attack_data");
        var data = reader.Mappings("attack_data").Select(Data).OfType<AttackData>().ToArray();
        reader.Ignored("test_type", "description");
        reader.Older(OlderKeys.OfTest.AsSpan());
        reader.Close();
        return new DetectionTest(name, [.. data], reader.Place);
    }

    private static AttackData? Data(MappingReader reader)
    {
        var data = reader.LocatedText("data", isRequired: true);
        var source = reader.LocatedText("source", isRequired: true);
        var sourceType = reader.LocatedText("sourcetype", isRequired: true);
        var index = reader.LocatedText("custom_index");
        reader.Ignored("host", "file_name");
        reader.Older(OlderKeys.OfData.AsSpan());
        reader.Close();
        return data is { } path ? new AttackData(path, source, sourceType, index) : null;
    }
}
