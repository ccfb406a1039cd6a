namespace CoinRig.InstrumentFiles;

/// <summary>One kind of file, recognised by what is in it.</summary>
interface IFormat
{
    /// <summary>Opens a file of this kind; null where it is none.</summary>
    /// <exception cref="InstrumentFileException">It is of this kind and cannot be read.</exception>
    Content? Open(Head head, ReadOptions options, Warnings warnings);
}
