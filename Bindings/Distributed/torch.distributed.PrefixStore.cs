using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class distributed
    {
        /// <summary>A part of another store, whose keys all begin with a prefix (Python's <c>torch.distributed.PrefixStore</c>).</summary>
        public sealed class PrefixStore : Store
        {
            private readonly string _prefix;

            /// <summary>Makes the part.</summary>
            /// <param name="prefix">Put before each key, with a slash behind it.</param>
            /// <param name="store">The store, which has to stay open.</param>
            public PrefixStore(string prefix, Store store)
                : base(Open(prefix, store), store.Timeout)
            {
                _prefix = prefix;
                underlying_store = store;
            }

            /// <summary>The store that this is a part of.</summary>
            public Store underlying_store { get; }

            private protected override string Describe() => $"PrefixStore(\"{_prefix}\")";

            private static unsafe nint Open(string prefix, Store store)
            {
                ArgumentNullException.ThrowIfNull(prefix);
                ArgumentNullException.ThrowIfNull(store);
                nint handle = 0;
                int status = store.Handle.Use(native =>
                {
                    using var name = new Utf8Argument(prefix);
                    nint made;
                    int code = NativeMethods.tl_store_prefix_new(name.Pointer, native, &made);
                    handle = made;
                    return code;
                });
                NativeError.Check(status, "PrefixStore");
                return handle;
            }
        }
    }
}
