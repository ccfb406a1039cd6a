namespace CoinRig.Runs;

/// <summary>A run file that cannot be made, opened, read or written. The message is for the person at the bench.</summary>
public sealed class RunFileException : Exception
{
    /// <summary>Makes one.</summary>
    public RunFileException(string message, Exception? inner = null) : base(message, inner)
    {
    }
}
