using System.Collections.Frozen;

namespace DetectionKit.Language.Content.Schema;

/// <summary>The closed vocabularies of contentctl's detection schema, of the 2024 generation and of 5.x together.</summary>
internal static class Enumerations
{
    public static FrozenSet<string> Types { get; } = Set("TTP", "Anomaly", "Hunting", "Correlation", "Baseline", "Investigation", "Operations", "Response");

    public static FrozenSet<string> Statuses { get; } = Set("production", "experimental", "deprecated", "removed", "validation");

    public static FrozenSet<string> SecurityDomains { get; } = Set("access", "audit", "cloud", "endpoint", "identity", "network", "threat");

    public static FrozenSet<string> Products { get; } = Set(
        "Splunk Enterprise", "Splunk Enterprise Security", "Splunk Cloud", "Splunk Security Analytics for AWS", "Splunk Behavioral Analytics");

    public static FrozenSet<string> AssetTypes { get; } = Set(
        "Account", "Active Directory", "Amazon EKS Kubernetes cluster", "Amazon EKS Kubernetes cluster Pod", "Amazon Elastic Container Registry", "AWS Account", "AWS EKS Kubernetes cluster",
        "AWS Federated Account", "AWS Instance", "Azure", "Azure Active Directory", "Azure AD", "Azure AD Tenant", "Azure AKS Kubernetes cluster", "Azure Tenant", "CircleCI",
        "Cloud Compute Instance", "Cloud Instance", "Database Server", "Default", "DNS Servers", "Domain Controller", "Domain Server", "EC2 Snapshot", "Email", "Endpoint", "GCP",
        "GCP Account", "GCP GKE EKS Kubernetes cluster", "GCP GKE Kubernetes cluster", "GCP Kubernetes cluster", "GCP Storage Bucket", "GDrive", "GitHub",
        "Google Cloud Platform tenant", "GSuite", "Identity", "Infrastructure", "Instance", "Kubernetes", "Kubernetes Cluster", "macOS", "Network",
        "O365 Tenant", "Office 365", "Office 365 Tenant", "Okta Tenant", "Persona", "Printer", "Proxy", "S3 Bucket", "Splunk Server", "VPN Appliance", "Web Application",
        "Web Application Firewall", "Web Proxy", "Web Server", "Windows", "3rd Party", "Cisco ASA", "Server", "Workstation", "Other");

    public static FrozenSet<string> RiskObjectTypes { get; } = Set("system", "user", "other");

    public static FrozenSet<string> ThreatObjectTypes { get; } = Set(
        "certificate_common_name", "certificate_organization", "certificate_serial", "certificate_unit", "command", "domain", "email_address",
        "email_subject", "file_hash", "file_name", "file_path", "http_user_agent", "ip_address", "process", "process_name", "parent_process",
        "parent_process_name", "process_hash", "registry_path", "registry_value_name", "registry_value_text", "service", "signature", "system",
        "tls_hash", "url");

    public static FrozenSet<string> ObservableTypes { get; } = Set(
        "Device", "Container", "Endpoint", "Hostname", "IP Address", "User", "User Name", "Email", "Email Address", "Uniform Resource Locator", "URL",
        "URL String", "File", "File Name", "File Hash", "Hash", "Process", "Process Name", "Parent Process", "Parent Process Name", "Registry Key",
        "Registry Value", "Command", "Geo Location", "MAC Address", "Resource UID", "Service", "TLS Hash", "Domain", "Other", "Unknown");

    public static FrozenSet<string> ObservableRoles { get; } = Set("Attacker", "Victim", "Target", "Actor", "Other", "Unknown", "Parent Process", "Child Process", "Known Bad", "Data Loss", "Observer");

    private static FrozenSet<string> Set(params string[] values) => values.ToFrozenSet(StringComparer.Ordinal);
}
