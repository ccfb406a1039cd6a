using CoinRig.Cells;

namespace CoinRig.Protocols;

/// <summary>Where the cell probably stands while a plan is estimated: a tank of the nominal capacity.</summary>
struct CellGuess
{
    /// <summary>The nominal capacity, C; NaN where the cell file states none.</summary>
    internal double CapacityCoulombs;

    /// <summary>Charge in it, C; NaN while not known.</summary>
    internal double ChargeCoulombs;

    /// <summary>Voltage at the end of the last segment, V; NaN while not known.</summary>
    internal double Volts;

    internal static CellGuess Of(Cell cell) => new()
    {
        CapacityCoulombs = cell.OneCAmperes * 3600,
        ChargeCoulombs = cell.StartsDischarged ? 0 : double.NaN,
        Volts = double.NaN,
    };

    /// <summary>The charge that a current can still move before the cell is full or empty, C; all of the capacity where the state is not known.</summary>
    internal readonly double RemainingCoulombs(double amperes) => double.IsNaN(ChargeCoulombs) ? CapacityCoulombs
        : amperes > 0 ? CapacityCoulombs - ChargeCoulombs : ChargeCoulombs;

    /// <summary>Moves charge; a full or an empty cell is known to be so.</summary>
    internal void Move(double coulombs)
    {
        if (double.IsNaN(ChargeCoulombs) && Math.Abs(coulombs) >= CapacityCoulombs)
        {
            ChargeCoulombs = coulombs > 0 ? 0 : CapacityCoulombs;
        }
        ChargeCoulombs = Math.Clamp(ChargeCoulombs + coulombs, 0, double.IsNaN(CapacityCoulombs) ? double.MaxValue : CapacityCoulombs);
    }
}
