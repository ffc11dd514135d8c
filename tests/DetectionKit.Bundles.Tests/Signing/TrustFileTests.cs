using DetectionKit.Bundles.Signing;

namespace DetectionKit.Bundles.Tests.Signing;

public sealed class TrustFileTests
{
    private static readonly DateTimeOffset NewYear = new(2027, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Test]
    public void Two_keys_of_a_rotation_have_their_own_times()
    {
        var keys = TrustFile.Read($"The old one.\nNot-After: 2027-01-31\n{Pem()}\nThe new one.\nNot-Before: 2027-01-01T00:00:00Z\n{Pem()}\n", out var problem);
        Assert.That(problem, Is.Null);
        Assert.That(keys.Select(key => (key.NotBefore, key.NotAfter)), Is.EqualTo(new (DateTimeOffset?, DateTimeOffset?)[]
        {
            (null, NewYear.AddDays(31).AddSeconds(-1)),
            (NewYear, null),
        }));
    }

    [TestCase("", "it holds no public key in PEM form")]
    [TestCase("words alone", "it holds no public key in PEM form")]
    [TestCase("Not-After: soon\nKEY", "\"soon\" is no time: Not-After: 2027-12-31, or 2027-12-31T23:59:59Z")]
    [TestCase("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----", "its key is none of ECDSA on P-256, or damaged")]
    public void A_file_that_is_wrong_gives_no_key(string text, string expected)
    {
        Assert.That(TrustFile.Read(text.Replace("KEY", text.Contains("BEGIN", StringComparison.Ordinal) ? "KEY" : Pem(), StringComparison.Ordinal), out var problem), Is.Empty);
        Assert.That(problem, Is.EqualTo(expected));
    }

    private static string Pem()
    {
        using var key = BundleKeys.Create();
        return key.ExportSubjectPublicKeyInfoPem();
    }
}
