using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class distributed
    {
        /// <summary>A store that one process serves over TCP and the others connect to (Python's <c>torch.distributed.TCPStore</c>).</summary>
        public sealed class TCPStore : Store
        {
            private static readonly TimeSpan DefaultPatience = TimeSpan.FromSeconds(300);

            /// <summary>Serves a store or connects to one.</summary>
            /// <param name="host_name">Where the server is.</param>
            /// <param name="port">Its port; 0 lets a server take a free one.</param>
            /// <param name="world_size">How many processes use it, the server's own included; null for any number.</param>
            /// <param name="is_master">Whether this process serves.</param>
            /// <param name="timeout">How long to wait for the server, the others, and keys; default 300 s.</param>
            /// <param name="wait_for_workers">Whether the server waits for all <paramref name="world_size"/> to connect; default true.</param>
            /// <exception cref="ArgumentOutOfRangeException">The port is none.</exception>
            /// <exception cref="TorchDistributedException">The port is taken, the server is not there, or the others did not come in time.</exception>
            public TCPStore(
                string host_name, int port, int? world_size = null, bool is_master = false, TimeSpan? timeout = null, bool wait_for_workers = true)
                : this(
                    Open(host_name, port, world_size, is_master, timeout ?? DefaultPatience, wait_for_workers), host_name, timeout ?? DefaultPatience)
            {
            }

            private TCPStore((nint Handle, int Port) opened, string host, TimeSpan timeout)
                : base(opened.Handle, timeout)
            {
                this.host = host;
                port = opened.Port;
            }

            /// <summary>Where the server is.</summary>
            public string host { get; }

            /// <summary>The server's port.</summary>
            public int port { get; }

            private protected override string Describe() => $"TCPStore({host}:{port})";

            private static unsafe (nint Handle, int Port) Open(string host, int port, int? worldSize, bool isMaster, TimeSpan timeout, bool waitForWorkers)
            {
                ArgumentException.ThrowIfNullOrEmpty(host, "host_name");
                if (port is < 0 or > ushort.MaxValue)
                {
                    throw new ArgumentOutOfRangeException(nameof(port), port, "A port lies between 0 and 65535.");
                }

                Require();
                using var name = new Utf8Argument(host);
                nint handle;
                int bound;
                int status = NativeMethods.tl_store_tcp_new(
                    name.Pointer, port, worldSize ?? 0, (byte)(isMaster ? 1 : 0), (byte)(waitForWorkers ? 1 : 0), Milliseconds(timeout), &handle, &bound);
                NativeError.Check(status, isMaster ? $"serving TCPStore({host}:{port})" : $"connecting to TCPStore({host}:{port})");
                return (handle, bound);
            }
        }
    }
}
