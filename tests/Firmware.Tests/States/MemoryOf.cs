namespace CoinRig.Firmware.Tests;

/// <summary>The black box's memory as an array.</summary>
sealed class MemoryOf(byte[] content) : IBlackBoxStorage
{
    internal bool Answers { get; set; } = true;

    public bool Read(byte[] to, int count)
    {
        if (Answers)
        {
            content.AsSpan(0, count).CopyTo(to);
        }
        return Answers;
    }

    public bool Write(byte[] from, int start, int count)
    {
        if (Answers)
        {
            from.AsSpan(start, count).CopyTo(content.AsSpan(start));
        }
        return Answers;
    }
}
