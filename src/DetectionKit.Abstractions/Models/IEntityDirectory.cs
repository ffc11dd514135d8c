using DetectionKit.Abstractions.Values;

namespace DetectionKit.Abstractions.Models;

/// <summary>What is known of assets (systems) and identities (users) by their names.</summary>
public interface IEntityDirectory
{
    /// <summary>What is known, or no value.</summary>
    /// <param name="entity">The event's value of the field that names the asset or identity: a host name, an address, a user.</param>
    /// <param name="attribute"><c>category</c>, <c>priority</c>, <c>bunit</c> and so on.</param>
    Value Find(Value entity, string attribute);
}
