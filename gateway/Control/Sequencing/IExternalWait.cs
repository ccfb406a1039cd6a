using CoinRig.Protocols;

namespace CoinRig.Control;

/// <summary>Whoever ends the waits of a run: a person at the bench, or a mark. Called from the scan; nothing here may wait, lock or throw.</summary>
public interface IExternalWait
{
    /// <summary>The run begins to wait; an answer that came before does not count.</summary>
    void Begin(WaitRequest request);

    /// <summary>Whether the wait that was begun last is over; read once a scan.</summary>
    bool IsOver { get; }

    /// <summary>The run waits no longer, whatever was the reason.</summary>
    void End();
}

/// <summary>What a run waits for.</summary>
/// <param name="Rule">A person or a mark, and what the protocol says of it.</param>
/// <param name="StepNumber">Number of the step in the protocol.</param>
public sealed record WaitRequest(WaitRule Rule, int StepNumber);
