using DetectionKit.Abstractions.Events;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Compiler.Tests.Searches;

/// <summary><c>transaction</c> over small sets of events, rows worked out by hand. Page: Search Reference, transaction.</summary>
public sealed class TransactionTests
{
    // second, user, host, action
    private static readonly (int Second, string? User, string? Session, string Action)[] Events =
    [
        (100, "ann", null, "login"),
        (110, "ann", null, "read"),
        (115, "bob", null, "login"),
        (120, "ann", null, "logout"),
        (130, "bob", null, "read"),
        (200, "ann", null, "login"),
        (260, "ann", null, "read"),
        (300, null, null, "noise"),
    ];

    // By one field: one transaction for each value; without conditions none is closed, and all are given, the newest start first.
    [TestCase("transaction user", ExpectedResult = "115 bob 15 2 0 / 100 ann 160 5 0")]

    // maxpause, maxspan, maxevents.
    [TestCase("transaction user maxpause=30s", ExpectedResult = "260 ann 0 1 1 / 200 ann 0 1 1 / 115 bob 15 2 1 / 100 ann 20 3 1")]
    [TestCase("transaction user maxspan=1m", ExpectedResult = "200 ann 60 2 1 / 115 bob 15 2 1 / 100 ann 20 3 1")]
    [TestCase("transaction user maxevents=2", ExpectedResult = "200 ann 60 2 1 / 115 bob 15 2 1 / 110 ann 10 2 1 / 100 ann 0 1 0")]
    [TestCase("transaction user maxevents=-1 maxspan=-1", ExpectedResult = "115 bob 15 2 0 / 100 ann 160 5 0")]

    // startswith and endswith, in each way to write them; what has no end is left out.
    [TestCase("transaction user startswith=\"action=login\" endswith=\"action=logout\"", ExpectedResult = "100 ann 20 3 1")]
    [TestCase("transaction user startswith=(action=login) endswith=(action=logout)", ExpectedResult = "100 ann 20 3 1")]
    [TestCase("transaction user startswith=eval(action==\"login\") endswith=eval(match(action, \"out$\"))", ExpectedResult = "100 ann 20 3 1")]
    [TestCase("transaction user startswith=login endswith=logout", ExpectedResult = "100 ann 20 3 1")]
    [TestCase("transaction user startswith=\"action=\\\"login\\\"\" endswith=\"logout\"", ExpectedResult = "100 ann 20 3 1")]
    [TestCase("transaction startswith=action=login user", ExpectedResult = "200 ann 60 2 1 / 115 bob 15 2 1 / 100 ann 20 3 1")]
    [TestCase("transaction user endswith=(action=read)", ExpectedResult = "120 ann 140 3 1 / 115 bob 15 2 1 / 100 ann 10 2 1")]
    [TestCase("transaction user startswith=(action=login) endswith=(action=logout) keepevicted=true", ExpectedResult = "200 ann 60 2 0 / 115 bob 15 2 0 / 100 ann 20 3 1")]

    // Without fields every event belongs to one.
    [TestCase("transaction maxpause=20s", ExpectedResult = "300  0 1 1 / 260 ann 0 1 1 / 200 ann 0 1 1 / 100 ann|bob 30 5 1")]

    // Events without any of the fields belong to none.
    [TestCase("transaction user maxspan=1m keeporphans=true | where isnotnull('_txn_orphan')", ExpectedResult = "300    ")]
    public string It_groups(string command) => string.Join(" / ", Rows($"sourcetype=t | {command} | table _time user duration eventcount closed_txn", Events)
        .Select(row => string.Join(' ', new[] { "_time", "user", "duration", "eventcount", "closed_txn" }.Select(column => row.GetValueOrDefault(column, "")))));

    // Values are merged: each once in order of text, or listed as they came.
    [TestCase("transaction user", ExpectedResult = "login|logout|read")]
    [TestCase("transaction user mvlist=t", ExpectedResult = "login|read|logout|login|read")]
    [TestCase("transaction user mvlist=action", ExpectedResult = "login|read|logout|login|read")]
    public string It_merges_values(string command) => Rows($"sourcetype=t user=ann | {command} | table action", Events).Single()["action"];

    // mvlist puts nullstr where an event lacks the field.
    [TestCase("transaction user mvlist=t", ExpectedResult = "s1|NULL")]
    [TestCase("transaction user mvlist=session nullstr=none", ExpectedResult = "s1|none")]
    public string A_list_says_what_is_missing(string command) =>
        Rows($"sourcetype=t | {command} | table session", [(1, "ann", "s1", "a"), (2, "ann", null, "b")]).Single()["session"];

    // Events that share one of several fields hang together; connected=true keeps apart those that share none.
    [TestCase("transaction user session", ExpectedResult = "3")]
    [TestCase("transaction session", ExpectedResult = "2")]
    public string Fields_connect_events(string command) =>
        string.Join(' ', Rows($"sourcetype=t | {command} | table eventcount", [(1, "ann", null, "a"), (2, "ann", "s1", "b"), (3, null, "s1", "c")]).Select(row => row["eventcount"]));

    [Test]
    public void A_value_that_differs_keeps_events_apart() =>
        Assert.That(Rows("sourcetype=t | transaction user session | table eventcount", [(1, "ann", "s1", "a"), (2, "ann", "s2", "b"), (3, "bob", "s2", "c")]), Has.Count.EqualTo(3));

    private static List<Dictionary<string, string>> Rows(string search, (int Second, string? User, string? Session, string Action)[] events) =>
    [
        .. Sample.Rows(search, [.. events.Select(object (one) => Event(one))]).Select(row =>
            row.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(cell => cell.Split('=')).ToDictionary(cell => cell[0], cell => cell[1], StringComparer.Ordinal)),
    ];

    private static RawEvent Event((int Second, string? User, string? Session, string Action) one)
    {
        var e = new RawEvent(Timestamp.FromSeconds(one.Second), "t", "test");
        e.Add("user", Value.Of(one.User));
        e.Add("session", Value.Of(one.Session));
        e.Add("action", Value.Of(one.Action));
        return e;
    }
}
