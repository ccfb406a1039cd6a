namespace CoinRig.Firmware.Tests;

/// <summary>Every state with every input of the table.</summary>
[TestClass]
public class StateTests
{
    [TestMethod]
    public void Table_EveryCell_IsAStateOrARefusal()
    {
        for (var cell = 0; cell < Transitions.States * Transitions.Inputs; cell++)
        {
            var next = Transitions.Next((SupervisorState)(cell / Transitions.Inputs), (SupervisorInput)(cell % Transitions.Inputs));
            Assert.IsTrue(next < Transitions.States || next == Transitions.Refused);
        }
    }

    [TestMethod]
    public void Closed_ComesFromArmedByClose_AndFromNothingElse()
    {
        for (var state = 0; state < Transitions.States; state++)
        {
            for (var input = 0; input < Transitions.Inputs; input++)
            {
                var isTheOne = state == (int)SupervisorState.Armed && input == (int)SupervisorInput.Close;
                var stays = state == (int)SupervisorState.Closed && (input == (int)SupervisorInput.Close || input == (int)SupervisorInput.Arm);
                Assert.AreEqual(isTheOne || stays, Transitions.Next((SupervisorState)state, (SupervisorInput)input) == (byte)SupervisorState.Closed);
            }
        }
    }

    [TestMethod]
    public void Tripped_AnyInputButReset_StaysTripped()
    {
        for (var input = 0; input < Transitions.Inputs; input++)
        {
            var next = Transitions.Next(SupervisorState.Tripped, (SupervisorInput)input);
            Assert.AreEqual(input == (int)SupervisorInput.Reset, next != (byte)SupervisorState.Tripped && next != Transitions.Refused);
        }
    }

    [TestMethod]
    public void Doubt_NoState_IsClosedAfterIt()
    {
        for (var state = 0; state < Transitions.States; state++)
        {
            var next = Transitions.Next((SupervisorState)state, SupervisorInput.Doubt);
            Assert.IsTrue(next != Transitions.Refused && next != (byte)SupervisorState.Closed);
        }
    }

    [TestMethod]
    public void Names_EveryState_HasOne()
    {
        for (var state = 0; state < Transitions.States; state++)
        {
            Assert.IsTrue(Names.Of((SupervisorState)state) != "unknown");
        }
        for (var input = 0; input < Transitions.Inputs; input++)
        {
            Assert.IsTrue(Names.Of((SupervisorInput)input) != "unknown");
        }
        for (var cause = 0; cause <= (int)TripCause.Button; cause++)
        {
            Assert.IsTrue(Names.Of((TripCause)cause) != "unknown");
        }
    }
}
