namespace CoinRig.Runs;

/// <summary>
/// Says that somebody records a run: a file beside it, locked as long as the process lives. The kernel lets go of it however the process
/// ends, so that a file that is left over means nothing.
/// </summary>
sealed class RunFileLock : IDisposable
{
    readonly FileStream _file;

    RunFileLock(FileStream file) => _file = file;

    /// <summary>Takes it.</summary>
    /// <exception cref="RunFileException">Somebody has it.</exception>
    public static RunFileLock Take(string path)
    {
        try
        {
            return new(new FileStream(PathOf(path), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose));
        }
        catch (IOException error)
        {
            throw new RunFileException($"{path} is being recorded by another process: it has not been interrupted. ({error.Message})", error);
        }
    }

    /// <summary>Whether somebody records the run now.</summary>
    public static bool IsTaken(string path)
    {
        try
        {
            using var probe = new FileStream(PathOf(path), FileMode.Open, FileAccess.ReadWrite, FileShare.None, 1);
            return false;
        }
        catch (IOException error)
        {
            return error is not FileNotFoundException;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    static string PathOf(string path) => path + "-lock";
}
