using DetectionKit.Abstractions.Models;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Traffic.Protocols.Framework;

/// <summary>Where a follower says what it found.</summary>
public abstract class FlowNotes
{
    /// <summary>Whether facts are wanted at all: where not, a follower need not make them.</summary>
    public abstract bool WantsFacts { get; }

    /// <summary>Whether that fact is wanted: where not, a follower need not make it.</summary>
    /// <param name="name">The fact's name.</param>
    public abstract bool WantsFact(string name);

    /// <summary>Whose messages are read.</summary>
    public abstract FlowEnds Ends { get; }

    /// <summary>Whether events of that data model are wanted.</summary>
    /// <param name="model">The model's name.</param>
    public abstract bool Wants(string model);

    /// <summary>Gives an event.</summary>
    /// <typeparam name="TEvent">The model's event.</typeparam>
    /// <param name="modelEvent">The event.</param>
    public abstract void Event<TEvent>(TEvent modelEvent)
        where TEvent : ModelEvent;

    /// <summary>Says a fact of the flow: <c>ssl_server_name</c>. A second value of one name makes it multivalue.</summary>
    /// <param name="name">The fact's name: the protocol, then what it is, in snake case.</param>
    /// <param name="value">Its value; an absent one says nothing.</param>
    public abstract void Fact(string name, Value value);

    /// <summary>Announces a flow that will come to an address and port, from anywhere, within some minutes.</summary>
    /// <param name="address">Where to.</param>
    /// <param name="port">To which port.</param>
    /// <param name="carrier">Over what.</param>
    /// <param name="app">What it will be: <c>ftp-data</c>.</param>
    /// <param name="decides">Whether that alone decides, since its bytes may be anything (a file); else only where its bytes do not tell.</param>
    public abstract void Announce(IpAddress address, int port, Carrier carrier, string app, bool decides = true);

    /// <summary>Says that a protocol is inside the flow's own.</summary>
    /// <param name="app">Its name.</param>
    public abstract void Inner(string app);

    /// <summary>
    /// Says that from here on another conversation is inside (after STARTTLS, CONNECT): what this side says behind the consumed bytes, and what
    /// the other says from now on, is identified and becomes inner. This follower is not asked again; one of the inner protocol reads on, if somebody wants that.
    /// </summary>
    public abstract void InnerBegins();

    /// <summary>Says that nothing more is to be found: the flow is followed no further.</summary>
    public abstract void Done();
}
