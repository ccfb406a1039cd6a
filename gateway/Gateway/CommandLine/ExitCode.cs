namespace CoinRig.Gateway;

/// <summary>What the program says to the shell.</summary>
public static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>A failed run, or input that was refused.</summary>
    public const int Failed = 1;

    /// <summary>Wrong usage.</summary>
    public const int WrongUsage = 2;

    /// <summary>Stopped by a limit.</summary>
    public const int StoppedByLimit = 3;
}
