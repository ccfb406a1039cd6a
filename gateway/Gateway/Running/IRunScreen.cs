using CoinRig.Control;

namespace CoinRig.Gateway;

/// <summary>Shows a run to a person while it goes.</summary>
interface IRunScreen
{
    /// <summary>The run begins.</summary>
    /// <param name="path">Its file.</param>
    /// <param name="telemetry">Where it is published, in words; null where it is not.</param>
    void Begin(string path, string? telemetry);

    /// <summary>How it goes; called several times a second.</summary>
    void Update(LiveState live);

    /// <summary>A line that the person should see.</summary>
    void Notice(string line);

    /// <summary>The run is over and the broker has not everything yet.</summary>
    void Delivering(TimeSpan most);
}
