using DetectionKit.Abstractions.Values;

namespace DetectionKit.Abstractions.Models.Risk;

/// <summary>One addition to an object's risk, as Splunk Enterprise Security's Risk data model describes it (dataset All_Risk). Immutable.</summary>
public sealed class RiskEvent : ModelEvent
{
    /// <summary>The model's table.</summary>
    public static DataModel<RiskEvent> Model { get; } = new("Risk", "All_Risk", "Splunk Enterprise Security: Risk data model")
    {
        Assets = ["src", "dest"],
        Identities = ["user"],
    };

    [Field("What was done.")] public string? Action { get; init; }
    [Field("Analytic stories of the rule.")] public Value Analyticstories { get; init; }
    [Field("What the rule is annotated with.")] public Value Annotations { get; init; }
    [Field("All annotations.", Name = "annotations._all")] public Value AnnotationsAll { get; init; }
    [Field("The frameworks of the annotations.", Name = "annotations._frameworks")] public Value AnnotationsFrameworks { get; init; }
    [Field("Annotations of that framework.", Name = "annotations.cis20")] public Value AnnotationsCis20 { get; init; }
    [Field("Annotations of that framework.", Name = "annotations.kill_chain_phases")] public Value AnnotationsKillChainPhases { get; init; }
    [Field("Annotations of that framework.", Name = "annotations.nist")] public Value AnnotationsNist { get; init; }
    [Field("ATT&CK techniques.", Name = "annotations.mitre_attack")] public Value AnnotationsMitreAttack { get; init; }
    [Field("ATT&CK tactics.", Name = "annotations.mitre_attack.mitre_tactic")] public Value AnnotationsMitreAttackMitreTactic { get; init; }
    [Field("ATT&CK tactics by number.", Name = "annotations.mitre_attack.mitre_tactic_id")] public Value AnnotationsMitreAttackMitreTacticId { get; init; }
    [Field("ATT&CK techniques by name.", Name = "annotations.mitre_attack.mitre_technique")] public Value AnnotationsMitreAttackMitreTechnique { get; init; }
    [Field("ATT&CK techniques by number.", Name = "annotations.mitre_attack.mitre_technique_id")] public Value AnnotationsMitreAttackMitreTechniqueId { get; init; }
    [Field("What ATT&CK says of the technique.", Name = "annotations.mitre_attack.mitre_description")] public Value AnnotationsMitreAttackMitreDescription { get; init; }
    [Field("What ATT&CK says of finding it.", Name = "annotations.mitre_attack.mitre_detection")] public Value AnnotationsMitreAttackMitreDetection { get; init; }
    [Field("Platforms of the technique.", Name = "annotations.mitre_attack.mitre_platform")] public Value AnnotationsMitreAttackMitrePlatform { get; init; }
    [Field("Software that uses it.", Name = "annotations.mitre_attack.mitre_software_name")] public Value AnnotationsMitreAttackMitreSoftwareName { get; init; }
    [Field("Software by number.", Name = "annotations.mitre_attack.mitre_software_id")] public Value AnnotationsMitreAttackMitreSoftwareId { get; init; }
    [Field("Groups that use it.", Name = "annotations.mitre_attack.mitre_threat_group_name")] public Value AnnotationsMitreAttackMitreThreatGroupName { get; init; }
    [Field("Groups by number.", Name = "annotations.mitre_attack.mitre_threat_group_id")] public Value AnnotationsMitreAttackMitreThreatGroupId { get; init; }
    [Field("ATT&CK's page.", Name = "annotations.mitre_attack.mitre_url")] public Value AnnotationsMitreAttackMitreUrl { get; init; }
    [Field("The asset that it is about.")] public string? Asset { get; init; }
    [Field("The score after factors.")] public double? CalculatedRiskScore { get; init; }
    [Field("The control that the rule belongs to.")] public string? Control { get; init; }
    [Field("Who made the rule.")] public string? Creator { get; init; }
    [Field("Vulnerabilities.")] public Value Cve { get; init; }
    [Field("The system that it is about: name or address.")] public string? Dest { get; init; }
    [Field("What it is, in words.")] public string? Description { get; init; }
    [Field("The regime that the rule belongs to.")] public string? Governance { get; init; }
    [Field("The end of what was searched.")] public double? InfoMaxTime { get; init; }
    [Field("The begin of what was searched.")] public double? InfoMinTime { get; init; }
    [Field("The risk modifier.")] public string? ModifierId { get; init; }
    [Field("The object under its one name.")] public string? NormalizedRiskObject { get; init; }
    [Field("What factors add.")] public double? RiskFactorAdd { get; init; }
    [Field("What factors multiply by.")] public double? RiskFactorMult { get; init; }
    [Field("The rule's message.")] public string? RiskMessage { get; init; }
    [Field("How many additions there are.")] public long? RiskModifierCount { get; init; }
    [Field("The object whose risk rises.")] public string? RiskObject { get; init; }
    [Field("The object's business unit.")] public string? RiskObjectBunit { get; init; }
    [Field("The object's categories.")] public Value RiskObjectCategory { get; init; }
    [Field("The object's priority.")] public string? RiskObjectPriority { get; init; }
    [Field("user, system, other.")] public string? RiskObjectType { get; init; }
    [Field("The score that the rule gives.")] public double? RiskScore { get; init; }
    [Field("What the rule is for.")] public string? SavedsearchDescription { get; init; }
    [Field("The rule.")] public string? SearchName { get; init; }
    [Field("The system that it came from: name or address.")] public string? Src { get; init; }
    [Field("Tags of the event type.")] public Value Tag { get; init; }
    [Field("Whether the rule is on trial.")] public long? Testmode { get; init; }
    [Field("What the threat was seen by.")] public Value ThreatObject { get; init; }
    [Field("The kind of threat_object.")] public Value ThreatObjectType { get; init; }
    [Field("The user that it is about.")] public string? User { get; init; }
}
