using CoinRig.Control;

namespace CoinRig.Gateway;

/// <summary>In a preview every wait for a person or a mark is over at once: nobody knows how long it would take.</summary>
sealed class NobodyToWaitFor : IExternalWait
{
    /// <inheritdoc/>
    public bool IsOver => true;

    /// <inheritdoc/>
    public void Begin(WaitRequest request)
    {
    }

    /// <inheritdoc/>
    public void End()
    {
    }
}
