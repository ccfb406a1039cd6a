using System.Text;

namespace CoinRig.Firmware.Tests;

/// <summary>Draws the table and the diagram of the states from the code.</summary>
static class StateDiagram
{
    static IEnumerable<SupervisorState> States => Enum.GetValues<SupervisorState>();

    static IEnumerable<SupervisorInput> Inputs => Enum.GetValues<SupervisorInput>();

    internal static string Table()
    {
        var text = new StringBuilder();
        text.Append("| in | ").AppendJoin(" | ", Inputs.Select(Names.Of)).Append(" |\n|---|").Insert(text.Length, "---|", Inputs.Count());
        foreach (var state in States)
        {
            text.Append($"\n| **{Names.Of(state)}** | ").AppendJoin(" | ", Inputs.Select(i => Cell(state, i))).Append(" |");
        }
        return text.ToString();
    }

    internal static string Mermaid()
    {
        var arrows = from state in States
                     from input in Inputs
                     let next = Transitions.Next(state, input)
                     where next != Transitions.Refused && next != (byte)state
                     group Names.Of(input) by (state, next) into arrow
                     select $"    {Names.Of(arrow.Key.state)} --> {Names.Of((SupervisorState)arrow.Key.next)}: {string.Join(", ", arrow)}";
        return $"stateDiagram-v2\n    [*] --> {Names.Of(default(SupervisorState))}\n{string.Join('\n', arrows)}";
    }

    static string Cell(SupervisorState state, SupervisorInput input) => Transitions.Next(state, input) switch
    {
        Transitions.Refused => "refused",
        var next when next == (byte)state => "-",
        var next => Names.Of((SupervisorState)next),
    };
}
