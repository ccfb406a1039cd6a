using System.Collections.Concurrent;
using CoinRig.Cells;
using CoinRig.Documents;
using CoinRig.FrontEnd;
using CoinRig.Twin;

namespace CoinRig.Faults;

/// <summary>Boards and cells of the campaign, each read once.</summary>
static class Shelf
{
    /// <summary>A cell is charged in so many steps.</summary>
    const int ChargingSteps = 12;

    const string CellName = "ncm523-lpo";

    static readonly ConcurrentDictionary<string, BoardProfile> Boards = new();

    /// <summary>The shipped cell, with limits that a short run can reach.</summary>
    internal static Cell Cell { get; } = ReadCell();

    /// <summary>A board's profile.</summary>
    internal static BoardProfile Board(string name) => Boards.GetOrAdd(name, n => BoardProfileFile.Load(Path.Combine(AppContext.BaseDirectory, "boards", $"{n}.yaml")));

    /// <summary>Board and cell of a scenario.</summary>
    internal static Setting Setting(string board, int seed, double charged) => new(board, Board(board), Math.Round(Model(seed, charged).OpenCircuitVolts, 3));

    /// <summary>The cell's model of a seed, charged so far and rested.</summary>
    internal static ICellModel Model(int seed, double charged)
    {
        var model = CellModelFactory.Create(Cell, seed);
        for (var i = 0; i < ChargingSteps; i++)
        {
            model.AdvanceCurrent(Cell.OneCAmperes / 2, 2 * 3600 * charged / ChargingSteps);
        }
        model.AdvanceCurrent(0, 3600);
        return model;
    }

    static Cell ReadCell()
    {
        var text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "cells", $"{CellName}.yaml"));
        const string shipped = "{voltage: 2.0 V .. 4.5 V, current: 5 mA}";
        var limits = FormattableString.Invariant($"{{voltage: {Faults.Setting.LowestVolts} V .. {Faults.Setting.HighestVolts} V, current: {Faults.Setting.LargestAmperes * 1e3} mA}}");
        return CellFile.Read(Document.Parse(text.Contains(shipped, StringComparison.Ordinal) ? text.Replace(shipped, limits, StringComparison.Ordinal)
            : throw new InvalidDataException($"{CellName}: its limits are not where they were."), CellName));
    }
}
