using CoinRig.Control;

namespace CoinRig.Gateway;

/// <summary>
/// A screen that may break (the disk behind a redirected output is full, a terminal is gone): from then on nothing is shown, and the run
/// goes on, as with every other reader.
/// </summary>
/// <param name="screen">The screen.</param>
sealed class UnbreakableScreen(IRunScreen screen) : IRunScreen
{
    bool _isBroken;

    /// <inheritdoc/>
    public void Begin(string path, string? telemetry) => Try(() => screen.Begin(path, telemetry));

    /// <inheritdoc/>
    public void Update(LiveState live) => Try(() => screen.Update(live));

    /// <inheritdoc/>
    public void Notice(string line) => Try(() => screen.Notice(line));

    /// <inheritdoc/>
    public void Delivering(TimeSpan most) => Try(() => screen.Delivering(most));

    void Try(Action show)
    {
        if (_isBroken)
        {
            return;
        }
        try
        {
            show();
        }
        catch (Exception e) when (Screen.IsGone(e))
        {
            _isBroken = true;
        }
    }
}
