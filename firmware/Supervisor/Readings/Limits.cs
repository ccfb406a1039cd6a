namespace CoinRig.Firmware;

/// <summary>One set of limits: whole numbers of millivolts and tenths of a degree.</summary>
public sealed class Limits
{
    /// <summary>Length of a set in a message, bytes.</summary>
    public const int Length = BoardProfile.Channels * 4 + 4;

    /// <summary>Lowest cell voltage of each channel, mV.</summary>
    public readonly int[] LowestCellMillivolts = new int[BoardProfile.Channels];

    /// <summary>Highest cell voltage of each channel, mV.</summary>
    public readonly int[] HighestCellMillivolts = new int[BoardProfile.Channels];

    /// <summary>Lowest supply, mV.</summary>
    public int LowestSupplyMillivolts;

    /// <summary>Highest temperature of the board, tenths of a degree Celsius.</summary>
    public int HighestBoardDecidegrees;

    /// <summary>The hard limits of the board profile.</summary>
    public Limits() => SetHard();

    /// <summary>Back to the hard limits of the board profile.</summary>
    public void SetHard()
    {
        for (var i = 0; i < BoardProfile.Channels; i++)
        {
            LowestCellMillivolts[i] = BoardProfile.LowestCellMillivolts;
            HighestCellMillivolts[i] = BoardProfile.HighestCellMillivolts;
        }
        LowestSupplyMillivolts = BoardProfile.LowestSupplyMillivolts;
        HighestBoardDecidegrees = BoardProfile.HighestBoardDecidegrees;
    }

    /// <summary>Whether no limit of this set is wider than another's.</summary>
    public bool IsWithin(Limits other)
    {
        for (var i = 0; i < BoardProfile.Channels; i++)
        {
            if (LowestCellMillivolts[i] < other.LowestCellMillivolts[i] || HighestCellMillivolts[i] > other.HighestCellMillivolts[i])
            {
                return false;
            }
        }
        return LowestSupplyMillivolts >= other.LowestSupplyMillivolts && HighestBoardDecidegrees <= other.HighestBoardDecidegrees;
    }

    /// <summary>Takes over another set.</summary>
    public void CopyFrom(Limits other)
    {
        for (var i = 0; i < BoardProfile.Channels; i++)
        {
            LowestCellMillivolts[i] = other.LowestCellMillivolts[i];
            HighestCellMillivolts[i] = other.HighestCellMillivolts[i];
        }
        LowestSupplyMillivolts = other.LowestSupplyMillivolts;
        HighestBoardDecidegrees = other.HighestBoardDecidegrees;
    }

    /// <summary>Reads a set from a message.</summary>
    public void Read(byte[] from, int at)
    {
        for (var i = 0; i < BoardProfile.Channels; i++)
        {
            LowestCellMillivolts[i] = Bytes.Signed16(from, at + 4 * i);
            HighestCellMillivolts[i] = Bytes.Signed16(from, at + 4 * i + 2);
        }
        LowestSupplyMillivolts = Bytes.Signed16(from, at + 4 * BoardProfile.Channels);
        HighestBoardDecidegrees = Bytes.Signed16(from, at + 4 * BoardProfile.Channels + 2);
    }

    /// <summary>Writes the set into a message.</summary>
    public void Write(byte[] to, int at)
    {
        for (var i = 0; i < BoardProfile.Channels; i++)
        {
            Bytes.Put16(to, at + 4 * i, LowestCellMillivolts[i]);
            Bytes.Put16(to, at + 4 * i + 2, HighestCellMillivolts[i]);
        }
        Bytes.Put16(to, at + 4 * BoardProfile.Channels, LowestSupplyMillivolts);
        Bytes.Put16(to, at + 4 * BoardProfile.Channels + 2, HighestBoardDecidegrees);
    }
}
