namespace CoinRig.Gateway;

/// <summary>A person is told what to pull, and asked what only a person can see.</summary>
/// <param name="screen">Where it is said.</param>
/// <param name="input">Where answers come from.</param>
/// <param name="lines">The gateway's lines to the relays; null where there is no board.</param>
sealed class PersonsHands(Screen screen, TextReader input, RelayLines? lines) : IHands
{
    /// <inheritdoc/>
    public bool HasRelays => lines is not null;

    /// <inheritdoc/>
    public void Do(WireStep step) => screen.Say(step.Do.Length == 0 ? "  (the program falls silent)" : $"  > {step.Do}");

    /// <inheritdoc/>
    public void Undo(WireStep step)
    {
        if (step.Undo.Length > 0)
        {
            screen.Say($"  > {step.Undo}");
        }
    }

    /// <inheritdoc/>
    public void Fill(int channel, bool isFilled) => screen.Say(isFilled
        ? $"  > Put a fresh 1.5 V cell (AA, AAA) at the holder of channel {channel}: + at sense+, - at sense-. Its relay stays open."
        : $"  > Take the 1.5 V cell out of channel {channel}.");

    /// <inheritdoc/>
    public void Drive(int channel, bool isOn) => lines?.Drive(channel, isOn);

    /// <inheritdoc/>
    public bool IsRelay(int channel, bool isClosed)
    {
        screen.Say($"  ? Is the relay of channel {channel} {(isClosed ? "closed" : "open")} now (a click, or a meter across its contact)? [y/n]");
        return input.ReadLine()?.Trim().StartsWith("y", StringComparison.OrdinalIgnoreCase) ?? false;
    }
}
