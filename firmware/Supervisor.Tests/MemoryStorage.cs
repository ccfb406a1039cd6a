namespace CoinRig.Firmware.Tests;

/// <summary>The black box's memory, as an array that can stop answering.</summary>
public sealed class MemoryStorage : IBlackBoxStorage
{
    /// <summary>What is kept.</summary>
    public readonly byte[] Content = new byte[BlackBox.Size];

    /// <summary>Whether it answers.</summary>
    public bool Answers = true;

    /// <inheritdoc/>
    public bool Read(byte[] to, int count)
    {
        for (var i = 0; Answers && i < count; i++)
        {
            to[i] = Content[i];
        }
        return Answers;
    }

    /// <inheritdoc/>
    public bool Write(byte[] from, int start, int count)
    {
        for (var i = start; Answers && i < start + count; i++)
        {
            Content[i] = from[i];
        }
        return Answers;
    }
}
