using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public abstract partial class Optimizer
        {
            /// <summary>
            /// An optimizer's state in Python's layout, ready for <see cref="serialization"/>: <c>state</c> maps a parameter's index to its values by
            /// name,
            /// <c>param_groups</c> is a list of options with the indices of each group's parameters under <c>params</c>.
            /// </summary>
            /// <remarks>The tensors are the optimizer's own, as in Python: what is kept across further steps has to be cloned or saved.</remarks>
            public sealed class StateDictionary : Dictionary<string, object?>
            {
                internal StateDictionary()
                {
                }

                /// <summary>The options of each group.</summary>
                public List<OptimizerOptions> Options { get; } = [];

                /// <summary>The states of the parameters that have one.</summary>
                public List<OptimizerState> State { get; } = [];

                /// <summary>For each group, the index into <see cref="State"/> of each parameter; -1 for one that was never updated.</summary>
                public List<List<int>> StateIndexRef { get; } = [];
            }
        }
    }
}
