namespace CoinRig.Firmware;

/// <summary>Memory that keeps its content without supply.</summary>
public interface IBlackBoxStorage
{
    /// <summary>Reads the memory's first bytes.</summary>
    /// <returns>Whether it answered.</returns>
    bool Read(byte[] to, int count);

    /// <summary>Writes bytes at their own place: those of <paramref name="from"/> from <paramref name="start"/> on.</summary>
    /// <returns>Whether it answered.</returns>
    bool Write(byte[] from, int start, int count);
}
