using System.Collections.Frozen;

namespace DetectionKit.Language.Spl.Parsing;

/// <summary>Commands that are left out by design, and why: they need something that no search over events has.</summary>
internal static class LeftOutCommands
{
    private const string Models = "it needs trained models or statistics of an installation";
    private const string Statistics = "it is machine learning over what was found, which is not done here";
    private const string Metrics = "it reads a metrics store, and there are only events";
    private const string Others = "it belongs to an add-on of a third party";
    private const string Drawings = "it prepares a drawing";
    private const string Actions = "it acts on an installation instead of finding rows";

    /// <summary>The reasons by name, without case.</summary>
    public static FrozenDictionary<string, string> All { get; } = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        [Models] =
        [
            "apply", "fit", "findtypes", "listmodels", "relevancy", "score", "summary", "typelearner",
        ],
        [Statistics] =
        [
            "analyzefields", "anomalies", "anomalousvalue", "anomalydetection", "arules", "associate", "cluster", "correlate", "kmeans", "outlier", "predict", "x11",
        ],
        [Metrics] = ["mcatalog", "mcollect", "meventcollect", "mpreview", "msearch", "mstats"],
        [Others] = ["awssnsalert", "bucketdir", "cyberchef", "dbxquery", "entitymerge", "jsontxn", "snoweventstream", "snowincident"],
        [Drawings] = ["gauge", "geom", "geomfilter", "geostats"],
        [Actions] = ["delete", "dump", "runshellscript", "script", "sichart", "sirare", "sistats", "sitimechart", "sitop"],
    }.SelectMany(group => group.Value.Select(name => KeyValuePair.Create(name, group.Key))).ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
}
