using System.Net;
using System.Text;

namespace DetectionKit.Traffic.Protocols.X509;

/// <summary>What a certificate's extensions say (RFC 5280 section 4.2).</summary>
internal sealed class CertificateExtensions
{
    private const int Most = 128;

    /// <summary>Names of hosts it is for.</summary>
    public List<string> DnsNames { get; } = [];

    /// <summary>Addresses it is for.</summary>
    public List<string> Addresses { get; } = [];

    /// <summary>Mail addresses it is for.</summary>
    public List<string> Mails { get; } = [];

    /// <summary>URIs it is for.</summary>
    public List<string> Uris { get; } = [];

    /// <summary>Policies that it was issued under, by their identifiers.</summary>
    public List<string> Policies { get; } = [];

    /// <summary>Whether it may issue others; null: it does not say.</summary>
    public bool? IsAuthority { get; private set; }

    /// <summary>Reads the extensions.</summary>
    /// <param name="extensions">Inside their sequence.</param>
    public void Read(DerReader extensions)
    {
        for (var count = 0; extensions.Tag == DerTag.Sequence && count < Most; count++)
        {
            var extension = extensions.Into(DerTag.Sequence);
            var identifier = extension.Next(DerTag.ObjectIdentifier);
            extension.Next(DerTag.Boolean);
            var value = new DerReader(extension.Next(DerTag.OctetString)).Into(DerTag.Sequence);
            // All that is of interest is under id-ce, 2.5.29.
            if (identifier is not [0x55, 0x1D, var number])
                continue;
            if (number == 17)
                ReadNames(value);
            else if (number == 19)
                IsAuthority = value.Next(DerTag.Boolean) is [not 0];
            else if (number == 32)
                ReadPolicies(value);
        }
    }

    private void ReadNames(DerReader names)
    {
        for (var count = 0; !names.IsEmpty && count < Most; count++)
        {
            var tag = names.Tag;
            var content = names.Next();
            if (tag == DerTag.Implicit(2))
                DnsNames.Add(Encoding.Latin1.GetString(content));
            else if (tag == DerTag.Implicit(1))
                Mails.Add(Encoding.Latin1.GetString(content));
            else if (tag == DerTag.Implicit(6))
                Uris.Add(Encoding.Latin1.GetString(content));
            else if (tag == DerTag.Implicit(7) && content.Length is 4 or 16)
                Addresses.Add(new IPAddress(content).ToString());
        }
    }

    private void ReadPolicies(DerReader policies)
    {
        while (policies.Tag == DerTag.Sequence && Policies.Count < Most)
            Policies.Add(DerText.Identifier(policies.Into(DerTag.Sequence).Next(DerTag.ObjectIdentifier)));
    }
}
