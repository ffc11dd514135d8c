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
    private const string Knowledge = "it needs what an installation has stored: forms, transaction types, lists of threats";
    private const string Summaries = "it prepares rows for a summary index, and there is none here";
    private const string Reading = "it shortens or compares events for a reader, and finds no rows";
    private const string Guesses = "it guesses by rules that are not published";
    private const string Inner = "it is a part of Splunk's own programs and not made for searches";

    /// <summary>The reasons by name, without case.</summary>
    public static FrozenDictionary<string, string> All { get; } = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        [Models] =
        [
            "apply", "fit", "findtypes", "listmodels", "relevancy", "sample", "score", "summary", "typelearner",
        ],
        [Statistics] =
        [
            "analyzefields", "anomalies", "anomalousvalue", "anomalydetection", "arules", "associate", "cluster", "cofilter", "correlate", "kmeans", "outlier", "predict", "x11",
        ],
        [Metrics] = ["mcatalog", "mcollect", "meventcollect", "mpreview", "msearch", "mstats"],
        [Others] = ["awssnsalert", "bucketdir", "cyberchef", "dbxquery", "entitymerge", "jsontxn", "snowevent", "snoweventstream", "snowincident", "snowincidentstream"],
        [Drawings] = ["gauge", "geom", "geomfilter", "geostats"],
        [Actions] = ["crawl", "createrss", "delete", "dump", "input", "overlap", "run", "runshellscript", "script"],
        [Knowledge] = ["inputintelligence", "kvform", "outputintelligence", "pivot", "searchtxn"],
        [Summaries] = ["sichart", "sirare", "sistats", "sitimechart", "sitop"],
        [Reading] = ["abstract", "diff", "scrub"],
        [Guesses] = ["erex", "folderize"],
        [Inner] =
        [
            "copyresults", "datamodelsimple", "file", "internalinputcsv", "makejson", "outputraw", "outputrawr", "outputtelemetry", "prejoin", "preview", "rawstats",
            "savedsplunk", "showargs", "slc", "spathannotate", "stash", "surrounding", "tokens", "transam", "xsdisplayconcept",
        ],
    }.SelectMany(group => group.Value.Select(name => KeyValuePair.Create(name, group.Key))).ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
}
