CREATE TABLE "unfinished_pieces" (
	"upload_id" text NOT NULL,
	"from_byte" integer NOT NULL,
	"ciphertext" "bytea" NOT NULL,
	CONSTRAINT "unfinished_pieces_upload_id_from_byte_pk" PRIMARY KEY("upload_id","from_byte")
);
--> statement-breakpoint
CREATE TABLE "unfinished_uploads" (
	"id" text PRIMARY KEY NOT NULL,
	"run_id" text NOT NULL,
	"step" text NOT NULL,
	"opening" integer NOT NULL,
	"role" text NOT NULL,
	"institution_id" text NOT NULL,
	"account" text NOT NULL,
	"size" integer NOT NULL,
	"received" integer DEFAULT 0 NOT NULL,
	"pieces" integer DEFAULT 0 NOT NULL,
	"started_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "unfinished_pieces" ADD CONSTRAINT "unfinished_pieces_upload_id_unfinished_uploads_id_fk" FOREIGN KEY ("upload_id") REFERENCES "public"."unfinished_uploads"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "unfinished_uploads_account" ON "unfinished_uploads" USING btree ("account");--> statement-breakpoint
CREATE INDEX "unfinished_uploads_run" ON "unfinished_uploads" USING btree ("run_id","institution_id");--> statement-breakpoint
CREATE INDEX "unfinished_uploads_started" ON "unfinished_uploads" USING btree ("started_at");