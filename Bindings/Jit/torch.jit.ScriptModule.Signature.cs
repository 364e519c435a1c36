namespace TorchSharp;

public static partial class torch
{
    public static partial class jit
    {
        public partial class ScriptModule
        {
            /// <summary>The names of the methods, <c>forward</c> among them.</summary>
            public IReadOnlyList<string> method_names => Code.Functions;

            /// <summary>The text of <c>forward</c> as Python (Python's <c>code</c>).</summary>
            public string code => Code.Show("forward", ScriptCode.Text.Code);

            /// <summary>The graph of <c>forward</c> (Python's <c>graph</c>).</summary>
            public string graph => Code.Show("forward", ScriptCode.Text.Graph);

            /// <summary>The graph of <c>forward</c> with the calls in it replaced by what they do (Python's <c>inlined_graph</c>).</summary>
            public string inlined_graph => Code.Show("forward", ScriptCode.Text.InlinedGraph);

            /// <summary>The declaration of a method, with the types of arguments and results.</summary>
            /// <param name="method">The method; default <c>forward</c>.</param>
            public string schema(string method = "forward") => Code.Show(method, ScriptCode.Text.Schema);

            /// <summary>How many arguments <c>forward</c> takes.</summary>
            public int GetNumberOfInputs() => Code.Signature("forward").Inputs;

            /// <summary>How many results <c>forward</c> has; a tuple is one.</summary>
            public int GetNumberOfOutputs() => Code.Signature("forward").Outputs;

            /// <summary>The type of an argument of <c>forward</c>.</summary>
            /// <param name="n">Which, from 0.</param>
            /// <exception cref="TorchIndexException">There is none.</exception>
            public Type GetInputType(int n)
            {
                ArgumentOutOfRangeException.ThrowIfNegative(n);
                return Code.TypeAt("forward", n);
            }

            /// <summary>The type of a result of <c>forward</c>.</summary>
            /// <param name="n">Which, from 0.</param>
            /// <exception cref="TorchIndexException">There is none.</exception>
            public Type GetOutputType(int n)
            {
                ArgumentOutOfRangeException.ThrowIfNegative(n);
                return Code.TypeAt("forward", -1 - n);
            }
        }
    }
}
