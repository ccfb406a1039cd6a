namespace CoinRig.Runs;

/// <summary>
/// Says that somebody records a run: a file beside it, locked as long as the process lives, however the process ends.
/// </summary>
sealed class RunFileLock : IDisposable
{
    readonly IDisposable _file;

    RunFileLock(IDisposable file) => _file = file;

    /// <summary>Takes it.</summary>
    /// <exception cref="RunFileException">Somebody has it.</exception>
    public static RunFileLock Take(string path)
    {
        try
        {
            return new(RunPlace.Of(path).Lock(PathOf(path)));
        }
        catch (IOException error)
        {
            throw new RunFileException($"{path} is being recorded by another process: it has not been interrupted. ({error.Message})", error);
        }
    }

    /// <summary>Whether somebody records the run now.</summary>
    public static bool IsTaken(string path) => RunPlace.Of(path).IsLocked(PathOf(path));

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    static string PathOf(string path) => path + "-lock";
}
