using CoinRig.Cells;
using CoinRig.Documents;
using CoinRig.Protocols;

namespace CoinRig.Interchange;

/// <summary>
/// Tells which currents of a protocol are C-rates: the same file is read for cells that differ in 1C and in mass alone, and what follows
/// 1C is a C-rate. So it works for whatever the language lets people write.
/// </summary>
sealed class ProbedCurrents
{
    /// <summary>Less, so that a probe's currents stay below the limits.</summary>
    const double RatePart = 15.0 / 16;

    /// <summary>A power of two: 1C is then the same to the bit.</summary>
    const double MassPart = 0.5;

    const double Tolerance = 1e-9;

    readonly Cell _cell;

    internal ProbedCurrents(string text, string file, Cell? cell)
    {
        IsForACell = cell is not null;
        Plan = cell is null ? ProtocolFile.ReadWithoutCell(Document.Parse(text, file)) : ProtocolFile.Read(Document.Parse(text, file), cell);
        _cell = Plan.Cell;
        OtherRate = ProtocolFile.Read(Document.Parse(text, file), _cell with { NominalSpecificCapacity = _cell.NominalSpecificCapacity * RatePart });
        OtherMass = ProtocolFile.Read(Document.Parse(text, file), _cell with
        {
            ActiveMass = Scaled(_cell.ActiveMass),
            Area = Scaled(_cell.Area),
            NominalSpecificCapacity = _cell.NominalSpecificCapacity / MassPart,
        });
    }

    /// <summary>Whether a cell was given; else what is per mass or area has no value.</summary>
    internal bool IsForACell { get; }

    /// <summary>The protocol for the cell.</summary>
    internal Plan Plan { get; }

    /// <summary>For a cell of less 1C.</summary>
    internal Plan OtherRate { get; }

    /// <summary>For a cell of less mass and area, with the same 1C.</summary>
    internal Plan OtherMass { get; }

    /// <summary>What a current is, from its value in the three plans; null where it depends on a cell that was not given.</summary>
    internal PortableCurrent? Of(double amperes, double otherRate, double otherMass)
    {
        if (AreSame(amperes, otherRate) && (AreSame(amperes, otherMass) || IsForACell))
        {
            return new(amperes, false);
        }
        if (AreSame(amperes * RatePart, otherRate) && AreSame(amperes, otherMass))
        {
            return new(amperes / _cell.OneCAmperes, true);
        }
        return IsForACell ? new(amperes, false) : null;
    }

    static bool AreSame(double a, double b) => Math.Abs(a - b) <= Tolerance * Math.Abs(a);

    static Amount? Scaled(Amount? amount) => amount is { } a ? a with { Value = a.Value * MassPart } : null;
}
