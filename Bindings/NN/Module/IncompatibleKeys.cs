namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>In what the names of a loaded dictionary and of a module differ; hooks after loading may change both lists.</summary>
        /// <param name="missing_keys">Names that the module has and the dictionary lacks.</param>
        /// <param name="unexpected_keys">Names that the dictionary has and the module lacks.</param>
        public sealed class IncompatibleKeys(IList<string> missing_keys, IList<string> unexpected_keys)
        {
            /// <summary>Names that the module has and the dictionary lacks.</summary>
            public IList<string> missing_keys { get; } = missing_keys;

            /// <summary>Names that the dictionary has and the module lacks.</summary>
            public IList<string> unexpected_keys { get; } = unexpected_keys;
        }
    }
}
