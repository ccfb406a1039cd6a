namespace CoinRig.FrontEnd;

/// <summary>The steps on the way to the idle state: each is tried even where one before it failed.</summary>
sealed class IdleSteps
{
    readonly List<string> _faults = [];

    /// <summary>What failed, in words.</summary>
    internal IReadOnlyList<string> Faults => _faults;

    /// <summary>Tries a step.</summary>
    internal void Try(string what, Action step)
    {
        try
        {
            step();
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            _faults.Add($"{what}: {e.Message}");
        }
    }
}
