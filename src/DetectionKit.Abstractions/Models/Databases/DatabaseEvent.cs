using DetectionKit.Abstractions.Values;

namespace DetectionKit.Abstractions.Models.Databases;

/// <summary>One measurement or query of a database, as CIM's Databases data model describes it (dataset All_Databases). Immutable.</summary>
public sealed class DatabaseEvent : ModelEvent
{
    /// <summary>The model's table.</summary>
    public static DataModel<DatabaseEvent> Model { get; } = new("Databases", "All_Databases", "CIM: Databases")
    {
        Assets = ["dest", "src"],
        Identities = ["user"],
        Children =
        [
            new("Database_Instance", "tag", "instance"),
            new("Database_Instance.Instance_Stats", "tag", "stats"),
            new("Database_Instance.Session_Info", "tag", "session"),
            new("Database_Instance.Lock_Info", "tag", "lock"),
            new("Database_Query", "tag", "query"),
            new("Database_Query.Tablespace", "tag", "tablespace"),
            new("Database_Query.Query_Stats", "tag", "stats"),
        ],
    };

    [Field("The system that it is about: name or address.")] public string Dest { get; init; } = "unknown";
    [Field("Seconds that it took.")] public double? Duration { get; init; }
    [Field("What was accessed or changed: its name.")] public string Object { get; init; } = "unknown";
    [Field("Seconds to the first answer.")] public double? ResponseTime { get; init; }
    [Field("The system that it came from: name or address.")] public string Src { get; init; } = "unknown";
    [Field("Tags of the event type.")] public Value Tag { get; init; }
    [Field("The user that it is about.")] public string User { get; init; } = "unknown";
    [Field("What made the record.")] public string VendorProduct { get; init; } = "unknown";
    [Field("Whether the instance can be used.")] public string? Availability { get; init; }
    [Field("Executions on average.")] public double? AvgExecutions { get; init; }
    [Field("Share of reads from the cache.")] public double? BufferCacheHitRatio { get; init; }
    [Field("Commits a second.")] public long? Commits { get; init; }
    [Field("Processor time used.")] public double? CpuUsed { get; init; }
    [Field("The cursor.")] public string? Cursor { get; init; }
    [Field("Share of the dump area.")] public double? DumpAreaUsed { get; init; }
    [Field("Milliseconds since the query began.")] public double? ElapsedTime { get; init; }
    [Field("Bytes that are free.")] public long? FreeBytes { get; init; }
    [Field("Indexes that were used.")] public Value IndexesHit { get; init; }
    [Field("The instance.")] public string InstanceName { get; init; } = "unknown";
    [Field("Reads of the instance.")] public long? InstanceReads { get; init; }
    [Field("The instance's version.")] public string InstanceVersion { get; init; } = "unknown";
    [Field("Writes of the instance.")] public long? InstanceWrites { get; init; }
    [Field("Minutes since the last call.")] public long? LastCallMinute { get; init; }
    [Field("The lock's mode.")] public string? LockMode { get; init; }
    [Field("The session that holds the lock.")] public string? LockSessionId { get; init; }
    [Field("Reads from memory.")] public long? LogicalReads { get; init; }
    [Field("When the session began.")] public string? LogonTime { get; init; }
    [Field("The machine of the session.")] public string? Machine { get; init; }
    [Field("Sorts in memory.")] public long? MemorySorts { get; init; }
    [Field("Users at the same time.")] public long? NumberOfUsers { get; init; }
    [Field("The locked object.")] public string? ObjName { get; init; }
    [Field("The system's process.")] public string? OsPid { get; init; }
    [Field("Reads from disk.")] public long? PhysicalReads { get; init; }
    [Field("How many processes may be.")] public long? ProcessLimit { get; init; }
    [Field("How many processes are.")] public long? Processes { get; init; }
    [Field("The query's text.")] public string? Query { get; init; }
    [Field("The query's identifier.")] public string? QueryId { get; init; }
    [Field("The plan that was used.")] public string? QueryPlanHit { get; init; }
    [Field("When it was asked.")] public double? QueryTime { get; init; }
    [Field("Rows that it touched.")] public long? RecordsAffected { get; init; }
    [Field("Rows that it gave.")] public long? RecordsReturned { get; init; }
    [Field("Space of the redo log.")] public long? RedoLog { get; init; }
    [Field("Seconds of waiting.")] public double? SecondsInWait { get; init; }
    [Field("The serial number.")] public string? SerialNum { get; init; }
    [Field("The session.")] public string? SessionId { get; init; }
    [Field("How many sessions may be.")] public long? SessionLimit { get; init; }
    [Field("The session's state.")] public string? SessionStatus { get; init; }
    [Field("How many sessions are.")] public long? Sessions { get; init; }
    [Field("Bytes of the buffer cache.")] public long? SgaBufferCacheSize { get; init; }
    [Field("The buffer's limit.")] public long? SgaBufferHitLimit { get; init; }
    [Field("Share of hits in the dictionary.")] public double? SgaDataDictHitRatio { get; init; }
    [Field("Bytes of the fixed area.")] public long? SgaFixedAreaSize { get; init; }
    [Field("Free bytes of the area.")] public long? SgaFreeMemory { get; init; }
    [Field("Bytes of the library cache.")] public long? SgaLibraryCacheSize { get; init; }
    [Field("Bytes of the redo log's buffer.")] public long? SgaRedoLogBufferSize { get; init; }
    [Field("Bytes of the shared pool.")] public long? SgaSharedPoolSize { get; init; }
    [Field("Bytes of the SQL area.")] public long? SgaSqlAreaSize { get; init; }
    [Field("When the instance started.")] public string? StartTime { get; init; }
    [Field("Procedures that were called.")] public Value StoredProceduresCalled { get; init; }
    [Field("Scans of whole tables.")] public long? TableScans { get; init; }
    [Field("Tables that were used.")] public Value TablesHit { get; init; }
    [Field("The table space.")] public string? TablespaceName { get; init; }
    [Field("Reads of the table space.")] public long? TablespaceReads { get; init; }
    [Field("The table space's state.")] public string? TablespaceStatus { get; init; }
    [Field("Share of the table space.")] public double? TablespaceUsed { get; init; }
    [Field("Writes of the table space.")] public long? TablespaceWrites { get; init; }
    [Field("What is waited for.")] public string? WaitState { get; init; }
    [Field("Milliseconds of waiting.")] public double? WaitTime { get; init; }
}
