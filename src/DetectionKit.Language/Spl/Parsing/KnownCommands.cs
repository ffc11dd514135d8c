using System.Collections.Frozen;

namespace DetectionKit.Language.Spl.Parsing;

/// <summary>The commands of SPL by name (Splunk Enterprise Search Reference, list of commands), so that one that is not built is told from a typo.</summary>
internal static class KnownCommands
{
    /// <summary>The names, without case.</summary>
    public static FrozenSet<string> All { get; } =
        """
        abstract accum addcoltotals addinfo addtotals analyzefields anomalies anomalousvalue anomalydetection append appendcols appendpipe apply arules
        associate autoregress awssnsalert bin bucket bucketdir chart cluster cofilter collect concurrency contingency counttable ctable convert correlate cyberchef
        datamodel dbinspect dbxquery dedup delete delta diff discretize entitymerge erex eval eventcount eventstats extract fieldformat fields fieldsummary
        filldown fillnull findtypes fit folderize foreach format from fromjson gauge gentimes geom geomfilter geostats head highlight history
        iconify inputcsv inputintelligence inputlookup iplocation join jsontxn kmeans kv kvform listmodels loadjob localize localop lookup ltrim
        makecontinuous makejson makemv maketable makeresults map mcatalog mcollect metadata metasearch meventcollect mpreview msearch mstats multikv multisearch
        mvcombine mvexpand nomv outlier outputcsv outputlookup outputtext overlap pivot predict rangemap rare redistribute regex relevancy reltime
        rename replace require rest return reverse rex rtorder run savedsearch score script scrub search searchtxn selfjoin sendalert sendemail set
        setfields sichart sirare sistats sitimechart sitop snoweventstream snowincident sort spath stats strcat streamstats summary table tags tail
        timechart timewrap tojson top transaction transpose trendline tscollect tstats typeahead typelearner typer union uniq untable walklex where
        x11 xmlkv xmlunescape xpath xyseries
        """
        .Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
