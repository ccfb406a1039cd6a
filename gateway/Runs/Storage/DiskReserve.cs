namespace CoinRig.Runs;

/// <summary>Space beside a run file that is kept for its end: on a full disk it is given back so that the stop itself can be written.</summary>
sealed class DiskReserve
{
    /// <summary>A block of samples, the last markers and the log of both.</summary>
    public const int Bytes = 1 << 20;

    static readonly byte[] Filling = Fill();

    readonly string _path;

    DiskReserve(string path) => _path = path;

    /// <summary>Takes it. Bytes without a pattern are written, so that no file system leaves them out.</summary>
    public static DiskReserve Take(string runFile)
    {
        var path = runFile + "-reserve";
        var reserve = new DiskReserve(path);
        try
        {
            RunPlace.Of(path).Write(path, Filling);
            return reserve;
        }
        catch
        {
            // A part of it is of no use, and the disk has no room for it.
            reserve.Release();
            throw;
        }
    }

    /// <summary>Gives it back.</summary>
    public void Release()
    {
        try
        {
            RunPlace.Of(_path).Delete(_path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A disk that is gone holds nothing back.
        }
    }

    static byte[] Fill()
    {
        var bytes = new byte[Bytes];
        new Random(1).NextBytes(bytes);
        return bytes;
    }
}
