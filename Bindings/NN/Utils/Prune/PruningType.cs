namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class utils
        {
            public static partial class prune
            {
                /// <summary>What a pruning method takes out.</summary>
                public enum PruningType
                {
                    /// <summary>Single entries, among those that are still in.</summary>
                    unstructured,

                    /// <summary>Whole channels of one dimension.</summary>
                    structured,

                    /// <summary>Anything, whatever was taken out before.</summary>
                    global,
                }
            }
        }
    }
}
