using System.Security.Cryptography;
using DetectionKit.Bundles.Signing;

namespace DetectionKit.Bundles.Tests.Signing;

public sealed class BundleKeysTests
{
    [Test]
    public void A_key_pair_survives_its_files()
    {
        using var key = BundleKeys.Create();
        using var both = BundleKeys.ReadPrivate(key.ExportPkcs8PrivateKeyPem(), out var privateProblem);
        using var half = BundleKeys.ReadPublic(key.ExportSubjectPublicKeyInfoPem(), out var publicProblem);
        Assert.That((privateProblem, publicProblem), Is.EqualTo(((string?)null, (string?)null)));
        Assert.That(BundleKeys.Fingerprint(both!), Is.EqualTo(BundleKeys.Fingerprint(half!)));
    }

    [Test]
    public void A_public_key_is_no_private_key()
    {
        using var key = BundleKeys.Create();
        Assert.That(BundleKeys.ReadPrivate(key.ExportSubjectPublicKeyInfoPem(), out var problem), Is.Null);
        Assert.That(problem, Is.EqualTo("it holds no private key in PEM form, but \"PUBLIC KEY\""));
    }

    [Test]
    public void Another_curve_is_refused()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        Assert.That(BundleKeys.ReadPrivate(key.ExportPkcs8PrivateKeyPem(), out var problem), Is.Null);
        Assert.That(problem, Is.EqualTo("its curve is not P-256"));
    }

    [Test]
    public void A_private_key_in_another_form_is_named_by_its_label()
    {
        using var key = BundleKeys.Create();
        Assert.That(BundleKeys.ReadPrivate(key.ExportECPrivateKeyPem(), out var problem), Is.Null);
        Assert.That(problem, Is.EqualTo("it holds no private key in PEM form, but \"EC PRIVATE KEY\""));
    }

    [Test]
    public void A_key_of_another_algorithm_is_refused()
    {
        using var key = RSA.Create(2048);
        Assert.That(BundleKeys.ReadPublic(key.ExportSubjectPublicKeyInfoPem(), out var problem), Is.Null);
        Assert.That(problem, Is.EqualTo("its key is none of ECDSA on P-256, or damaged"));
    }

    [TestCase("")]
    [TestCase("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----")]
    public void What_is_no_key_is_refused(string text)
    {
        Assert.That(BundleKeys.ReadPublic(text, out var problem), Is.Null);
        Assert.That(problem, Is.Not.Null);
    }
}
