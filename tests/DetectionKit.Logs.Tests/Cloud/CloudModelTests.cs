using DetectionKit.Abstractions.Models.Authentication;
using DetectionKit.Abstractions.Models.Change;

namespace DetectionKit.Logs.Tests.Cloud;

public sealed class CloudModelTests
{
    private const string Trail = """{"eventTime":"2024-03-05T10:00:00Z","awsRegion":"eu-1","recipientAccountId":"42","sourceIPAddress":"192.0.2.1","userAgent":"cli","userIdentity":{"type":"IAMUser","userName":"al","principalId":"AID"},""";

    [Test]
    public void A_call_that_makes_a_machine_is_a_change_of_instances()
    {
        var events = ReadEvents.Of(Trail + """ "eventSource":"ec2.amazonaws.com","eventName":"RunInstances","requestParameters":{"instanceType":"t3.nano"},"responseElements":{"instancesSet":{"items":[{"instanceId":"i-1","imageId":"ami-9"}]}}}""");
        Assert.That(events.FieldsOf(ChangeEvent.Model), Is.EquivalentTo(new[]
        {
            "action=created", "change_type=EC2", "command=RunInstances", "dest=ec2.amazonaws.com", "dvc=ec2.amazonaws.com", "image_id=ami-9", "instance_type=t3.nano", "object=i-1", "object_attrs=t3.nano",
            "object_category=instance", "object_id=i-1", "result=success", "result_id=success", "src=192.0.2.1", "status=success", "tag=change|instance", "user=al", "user_agent=cli", "user_name=al", "user_type=IAMUser",
            "vendor_account=42", "vendor_product=AWS CloudTrail", "vendor_region=eu-1",
        }));
        Assert.That(events.Models, Has.Count.EqualTo(1));
    }

    [TestCase("iam.amazonaws.com", "CreateAccessKey", "created", "AAA", "user")]
    [TestCase("ec2.amazonaws.com", "AuthorizeSecurityGroupIngress", "modified", "EC2", "security_group")]
    [TestCase("ec2.amazonaws.com", "ReplaceNetworkAclEntry", "modified", "EC2", "firewall")]
    [TestCase("cloudtrail.amazonaws.com", "StopLogging", "stopped", "cloudtrail", "trail")]
    public void A_call_names_what_it_changes(string source, string name, string action, string type, string category) => Assert.That(
        ReadEvents.Of($$"""{{Trail}} "eventSource":"{{source}}","eventName":"{{name}}"}""").FieldsOf(ChangeEvent.Model),
        Is.SupersetOf(new[] { $"action={action}", $"change_type={type}", $"object_category={category}" }));

    [Test]
    public void A_call_that_only_reads_is_no_change() =>
        Assert.That(ReadEvents.Of(Trail + """ "eventSource":"ec2.amazonaws.com","eventName":"DescribeInstances"}""") is { Models.Count: 0, Raw.Count: 1 });

    [TestCase("Success", "success")]
    [TestCase("Failure", "failure")]
    public void A_logon_to_the_console_is_an_authentication(string outcome, string action)
    {
        var events = ReadEvents.Of($$$"""{{{Trail}}} "eventSource":"signin.amazonaws.com","eventName":"ConsoleLogin","eventType":"AwsConsoleSignIn","responseElements":{"ConsoleLogin":"{{{outcome}}}"},"additionalEventData":{"MFAUsed":"No"}}""");
        Assert.That(events.FieldsOf(AuthenticationEvent.Model), Is.SupersetOf(new[] { $"action={action}", "app=AwsConsoleSignIn", "authentication_method=password", "signature=ConsoleLogin", "src=192.0.2.1", "user=al" }));
        Assert.That(events.Models, Has.Count.EqualTo(1));
    }

    [TestCase("UserLoggedIn", "success")]
    [TestCase("UserLoginFailed", "failure")]
    public void An_office_logon_is_an_authentication(string operation, string action) => Assert.That(
        ReadEvents.Of(Office(operation, "AzureActiveDirectory", """ "LogonError":"InvalidPassword","UserType":0""")).FieldsOf(AuthenticationEvent.Model),
        Is.SupersetOf(new[] { $"action={action}", "authentication_service=AzureActiveDirectory", "reason=InvalidPassword", "signature=" + operation, "src=192.0.2.1", "user=a@b.example", "user_type=Regular" }));

    [TestCase("Add member to role.", "AzureActiveDirectory", "created", "AAA", "role")]
    [TestCase("Add service principal.", "AzureActiveDirectory", "created", "AAA", "service_principal")]
    [TestCase("Set-Mailbox", "Exchange", "modified", "Exchange", "mailbox")]
    [TestCase("Remove-InboxRule", "Exchange", "deleted", "Exchange", "mailbox")]
    public void An_office_operation_is_a_change(string operation, string workload, string action, string type, string category) => Assert.That(
        ReadEvents.Of(Office(operation, workload, """ "ResultStatus":"Success","ObjectId":"x" """)).FieldsOf(ChangeEvent.Model),
        Is.SupersetOf(new[] { $"action={action}", $"change_type={type}", $"object_category={category}", "command=" + operation, "object=x", "status=success", "user=a@b.example" }));

    [Test]
    public void Reading_mail_is_neither() => Assert.That(ReadEvents.Of(Office("MailItemsAccessed", "Exchange", """ "ResultStatus":"Succeeded" """)) is { Models.Count: 0, Raw.Count: 1 });

    [TestCase("SignInLogs", "0", "success")]
    [TestCase("NonInteractiveUserSignInLogs", "50126", "failure")]
    public void A_sign_in_is_an_authentication(string category, string result, string action) => Assert.That(
        ReadEvents.Of($$$"""{"time":"2024-03-05T10:00:00Z","resourceId":"/tenants/t","operationName":"Sign-in activity","category":"{{{category}}}","tenantId":"t","resultType":"{{{result}}}","resultDescription":"why","callerIpAddress":"192.0.2.1","properties":{"userPrincipalName":"a@b.example","appDisplayName":"Portal"}}""").FieldsOf(AuthenticationEvent.Model),
        Is.SupersetOf(new[] { $"action={action}", "app=Portal", "reason=why", "signature=Sign-in activity", $"signature_id={result}", "src=192.0.2.1", "user=a@b.example" }));

    [Test]
    public void An_audit_record_of_the_directory_is_a_change() => Assert.That(
        ReadEvents.Of("""{"time":"2024-03-05T10:00:00Z","resourceId":"/tenants/t","operationName":"Add member to role","category":"AuditLogs","tenantId":"t","properties":{"result":"success","initiatedBy":{"user":{"userPrincipalName":"a@b.example","ipAddress":"192.0.2.1"}},"targetResources":[{"type":"User","id":"7","userPrincipalName":"c@b.example","modifiedProperties":[{"displayName":"Role.DisplayName"}]}]}}""").FieldsOf(ChangeEvent.Model),
        Is.SupersetOf(new[] { "action=created", "change_type=AAA", "command=Add member to role", "object=c@b.example", "object_attrs=Role.DisplayName", "object_category=user", "object_id=7", "src=192.0.2.1", "status=success", "tag=change|account", "user=a@b.example" }));

    [Test]
    public void A_write_in_the_activity_log_is_a_change() => Assert.That(
        ReadEvents.Of("""{"eventTimestamp":"2024-03-05T10:00:00Z","caller":"a@b.example","operationName":{"value":"Microsoft.Automation/automationAccounts/write","localizedValue":"Create or Update an Azure Automation account"},"resourceId":"/subscriptions/s/automationAccounts/acc","subscriptionId":"s","status":{"value":"Succeeded"},"httpRequest":{"clientIpAddress":"192.0.2.1"}}""").FieldsOf(ChangeEvent.Model),
        Is.SupersetOf(new[] { "action=modified", "command=Create or Update an Azure Automation account", "object=acc", "object_path=/subscriptions/s/automationAccounts/acc", "src=192.0.2.1", "status=success", "user=a@b.example" }));

    [TestCase("user.session.start", "SUCCESS", "success")]
    [TestCase("app.generic.unauth_app_access_attempt", "FAILURE", "failure")]
    [TestCase("user.authentication.auth_via_mfa", "DENY", "failure")]
    public void A_session_at_the_identity_provider_is_an_authentication(string type, string outcome, string action) =>
        Assert.That(ReadEvents.Of(Okta(type, outcome)).FieldsOf(AuthenticationEvent.Model), Is.SupersetOf(new[] { $"action={action}", "app=Mail", "signature=" + type, "src=192.0.2.1", "user=a@b.example" }));

    [TestCase("user.account.lock", "lockout", "User")]
    [TestCase("system.api_token.create", "created", "system")]
    [TestCase("policy.rule.delete", "deleted", "Policy")]
    public void What_an_administrator_does_there_is_a_change(string type, string action, string category) =>
        Assert.That(ReadEvents.Of(Okta(type, "SUCCESS")).FieldsOf(ChangeEvent.Model), Is.SupersetOf(new[] { $"action={action}", "change_type=AAA", "command=" + type, $"object_category={category}", "status=success" }));

    [Test]
    public void Rules_know_its_events_by_their_event_type() => Assert.That(ReadEvents.Of(Okta("user.session.start", "SUCCESS")).Fields(), Does.Contain("eventtype=okta_log"));

    private static string Office(string operation, string workload, string more) =>
        $$"""{"CreationTime":"2024-03-05T10:00:00","Operation":"{{operation}}","Workload":"{{workload}}","RecordType":8,"UserId":"a@b.example","ClientIP":"192.0.2.1",{{more}}}""";

    private static string Okta(string type, string outcome) =>
        $$"""{"published":"2024-03-05T10:00:00.000Z","uuid":"u","eventType":"{{type}}","actor":{"alternateId":"a@b.example","type":"User"},"client":{"ipAddress":"192.0.2.1"},"outcome":{"result":"{{outcome}}"},"target":[{"type":"AppInstance","displayName":"Mail","id":"0x"}]}""";
}
