CREATE TABLE "case_openings" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"run_id" text NOT NULL,
	"what" text NOT NULL,
	"which" text NOT NULL,
	"institution_id" text NOT NULL,
	"account" text NOT NULL,
	"opened_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"added_by" "xid8" DEFAULT pg_current_xact_id() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "log_changes" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"what" text NOT NULL,
	"how" text NOT NULL,
	"content" json NOT NULL,
	"at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"added_by" "xid8" DEFAULT pg_current_xact_id() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "log_checkpoints" (
	"size" bigint PRIMARY KEY NOT NULL,
	"note" text NOT NULL,
	"at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "log_leaves" (
	"position" bigint PRIMARY KEY NOT NULL,
	"source" text NOT NULL,
	"ref" text NOT NULL,
	"run_id" text,
	"leaf" text NOT NULL,
	"more" text
);
--> statement-breakpoint
CREATE TABLE "log_state" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"origin" text NOT NULL,
	"size" bigint NOT NULL,
	"horizon" "xid8" NOT NULL,
	"cluster" text NOT NULL,
	"sealed_salts" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "log_tiles" (
	"level" integer NOT NULL,
	"index" bigint NOT NULL,
	"hashes" "bytea" NOT NULL,
	CONSTRAINT "log_tiles_level_index_pk" PRIMARY KEY("level","index")
);
--> statement-breakpoint
CREATE TABLE "witness_deliveries" (
	"witness_id" text NOT NULL,
	"channel" text NOT NULL,
	"size" bigint NOT NULL,
	"state" text DEFAULT 'pending' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"cosignature" text,
	"next_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "witness_deliveries_witness_id_channel_size_pk" PRIMARY KEY("witness_id","channel","size")
);
--> statement-breakpoint
CREATE TABLE "witnesses" (
	"id" text PRIMARY KEY NOT NULL,
	"verifier" text NOT NULL,
	"url" text,
	"email" text,
	"active" boolean DEFAULT true NOT NULL,
	"cosigned_size" bigint DEFAULT 0 NOT NULL,
	"added_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "answer_openings" ADD COLUMN "added_by" "xid8" DEFAULT pg_current_xact_id() NOT NULL;--> statement-breakpoint
ALTER TABLE "definition_acts" ADD COLUMN "added_by" "xid8" DEFAULT pg_current_xact_id() NOT NULL;--> statement-breakpoint
ALTER TABLE "history" ADD COLUMN "added_by" "xid8" DEFAULT pg_current_xact_id() NOT NULL;--> statement-breakpoint
ALTER TABLE "institution_names" ADD COLUMN "added_by" "xid8" DEFAULT pg_current_xact_id() NOT NULL;--> statement-breakpoint
ALTER TABLE "register" ADD COLUMN "added_by" "xid8" DEFAULT pg_current_xact_id() NOT NULL;--> statement-breakpoint
ALTER TABLE "share_openings" ADD COLUMN "added_by" "xid8" DEFAULT pg_current_xact_id() NOT NULL;--> statement-breakpoint
ALTER TABLE "witness_deliveries" ADD CONSTRAINT "witness_deliveries_witness_id_witnesses_id_fk" FOREIGN KEY ("witness_id") REFERENCES "public"."witnesses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "case_openings_added" ON "case_openings" USING btree ("added_by");--> statement-breakpoint
CREATE INDEX "case_openings_run" ON "case_openings" USING btree ("run_id");--> statement-breakpoint
CREATE INDEX "log_changes_added" ON "log_changes" USING btree ("added_by");--> statement-breakpoint
CREATE UNIQUE INDEX "log_leaves_row" ON "log_leaves" USING btree ("source","ref");--> statement-breakpoint
CREATE INDEX "log_leaves_run" ON "log_leaves" USING btree ("run_id","position");--> statement-breakpoint
CREATE INDEX "answer_openings_added" ON "answer_openings" USING btree ("added_by");--> statement-breakpoint
CREATE INDEX "history_added" ON "history" USING btree ("added_by");--> statement-breakpoint
CREATE INDEX "share_openings_added" ON "share_openings" USING btree ("added_by");