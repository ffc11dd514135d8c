using System.Collections.Immutable;
using DetectionKit.Abstractions.Values;
using DetectionKit.Logs.Mapping;
using DetectionKit.Logs.Records;
using static DetectionKit.Logs.Mapping.FieldMap;

namespace DetectionKit.Logs.CrowdStrike;

/// <summary>One event of a sensor, whatever its <c>event_simpleName</c>, with the names of Splunk's add-on for CrowdStrike FDR.</summary>
internal sealed class SensorRecord : RecordKind
{
    // Windows' mandatory labels by their relative identifier ([MS-DTYP] 2.4.4.13.1); the sensor writes them in decimal.
    private static readonly (long Least, string Name)[] Levels = [(16384, "system"), (12288, "high"), (8192, "medium"), (4096, "low"), (0, "untrusted")];

    private static readonly ImmutableArray<FieldMap> Lines =
    [
        Constant("vendor_product", "CrowdStrike Falcon"),
        Of("os", Platform, "event_platform"),
        Of("dest", "ComputerName", "aid_computer_name", "aid"),
        Of("user", "UserName", "UserPrincipal", "UserSid"),
        Of("user_id", "UserSid", "UID"),
    ];

    private static readonly ImmutableArray<FieldMap> OfProcesses =
    [
        Constant("action", "allowed"),
        Of("process", "CommandLine"),
        Of("process_path", "ImageFileName"),
        Of("process_name", PathText.FileName, "ImageFileName"),
        Of("process_exec", PathText.FileName, "ImageFileName"),
        Of("process_id", "RawProcessId"),
        Of("process_guid", "TargetProcessId"),
        new("process_hash", ["MD5HashData", "SHA1HashData", "SHA256HashData"], Hashes),
        Of("IntegrityLevel_meaning", value => Ends.Upper(Level(value)), "IntegrityLevel"),
        Of("process_integrity_level", Level, "IntegrityLevel"),
        Of("parent_process_name", "ParentBaseFileName"),
        Of("parent_process_exec", "ParentBaseFileName"),
        Of("parent_process_id", "ParentProcessId"),
        Of("parent_process_guid", "ParentProcessId"),
        Of("parent_process", "ParentCommandLine"),
        Of("parent_process_path", "ParentImageFileName"),
        Of("original_file_name", "OriginalFilename"),
    ];

    /// <inheritdoc/>
    public override ImmutableArray<string> SourceTypes { get; } = ["crowdstrike:events:sensor"];

    /// <inheritdoc/>
    public override ImmutableArray<ModelMap> Models => SensorMaps.All;

    /// <inheritdoc/>
    public override IEnumerable<string> FieldNames => base.FieldNames.Concat(NamesOf([.. Lines, .. OfProcesses]));

    /// <inheritdoc/>
    public override bool Fits(LogRecord record) => record.Has("event_simpleName") && record.Has("aid") && record.Has("event_platform");

    /// <summary>Whether it is about the start of a process; the sensor makes one up for each that ran before it.</summary>
    /// <param name="record">The record.</param>
    public static bool IsProcess(LogRecord record) => record["event_simpleName"].ToText() is "ProcessRollup2" or "SyntheticProcessRollup2";

    /// <inheritdoc/>
    public override void Shape(LogRecord record)
    {
        record.Time ??= TimeText.TryRead(record["timestamp"], out var time) || TimeText.TryRead(record["ContextTimeStamp"], out time) ? time : null;
        Add(record, Lines);
        if (IsProcess(record))
            Add(record, OfProcesses);
    }

    private static void Add(LogRecord record, ImmutableArray<FieldMap> lines)
    {
        foreach (var line in lines)
        {
            if (!record.Has(line.Field))
                record.Set(line.Field, line.Read(record));
        }
    }

    private static Value Platform(Value platform) => platform.ToText() switch
    {
        "Win" => Value.Of("Windows"),
        "Lin" => Value.Of("Linux"),
        "Mac" => Value.Of("macOS"),
        _ => platform,
    };

    private static Value Level(Value level) => level.TryGetInteger(out var number) && number >= 0 ? Value.Of(Levels.First(pair => number >= pair.Least).Name) : default;

    // A hash that was not made is written as zeros.
    private static Value Hashes(LogRecord record)
    {
        string[] fields = ["MD5HashData", "SHA1HashData", "SHA256HashData"];
        var hashes = fields.Select(record.TextOf).OfType<string>().Where(hash => hash.AsSpan().ContainsAnyExcept('0')).Select(hash => Value.Of(hash)).ToArray();
        return hashes.Length == 0 ? default : Value.OfMany(hashes);
    }
}
