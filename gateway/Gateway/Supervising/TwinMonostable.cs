namespace CoinRig.Gateway;

/// <summary>The 74HC123 and the switch behind it: the coils have supply for <see cref="PulseNanoseconds"/> after each rising edge of the trigger, while clear is released.</summary>
sealed class TwinMonostable
{
    /// <summary>The longest pulse that the page allows, ns.</summary>
    internal const long PulseNanoseconds = 100_000_000;

    bool _isReleased, _trigger;
    long _edge = long.MinValue / 2;

    /// <summary>Whether the wires of trigger and clear are there, and its own 5 V.</summary>
    internal bool TriggerIsWired { get; set; } = true;

    /// <inheritdoc cref="TriggerIsWired"/>
    internal bool ClearIsWired { get; set; } = true;

    /// <inheritdoc cref="TriggerIsWired"/>
    internal bool HasInput { get; set; } = true;

    /// <summary>Sets both lines.</summary>
    internal void Set(bool isReleased, bool trigger, long now)
    {
        isReleased &= ClearIsWired;
        trigger &= TriggerIsWired;
        // An edge counts only where clear was released before it.
        if (_isReleased && isReleased && trigger && !_trigger)
        {
            _edge = now;
        }
        if (!isReleased)
        {
            _edge = long.MinValue / 2;
        }
        (_isReleased, _trigger) = (isReleased, trigger);
    }

    /// <summary>It was toggled meanwhile as before.</summary>
    internal void WasToggledFor(long nanoseconds) => _edge += nanoseconds;

    /// <summary>Whether the coils have supply.</summary>
    internal bool HasSupply(long now) => HasInput && now - _edge < PulseNanoseconds;

    /// <summary>When the supply ends if nothing toggles any more, ns.</summary>
    internal long End => _edge + PulseNanoseconds;
}
